# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Columns as read in the draft of the City of York's Scrutiny Recommendation Tracker of 2026; its status words are Complete,
# Ongoing, Paused, with red, amber and green. It goes to the committees twice a year.
profile york
  title Scrutiny Recommendation Tracker
  about City of York Council, draft of 2026
  date DD/MM/YYYY
  bom yes
  as-at line
  order minute
  column Reference = reference_of_year | reference
  also Reference = Ref, Ref.
  column Origin = origin
  also Origin = Committee, Source
  column Date = meeting_date
  column Area = item | portfolio
  column Recommendation = text
  also Recommendation = Recommendations, Recommendation / Action
  column Exec Date = executive_date
  also Exec Date = Executive Date, Executive
  column Lead Officer/EM = owner + portfolio
  also Lead Officer/EM = Lead Officer / EM, Lead Officer / Exec Member, Lead Officer
  column Action taken = updates
  also Action taken = Action, Update
  column Status = status + rag
  also Status = RAG, Status (RAG)
  status complete, superseded, no longer feasible = Complete
  status not started, in progress, awaiting response = Ongoing
  programme Theme = section
  programme Item = issue
  programme Lead Officer / Exec Member = lead
  programme Notes = planned_and_notes
