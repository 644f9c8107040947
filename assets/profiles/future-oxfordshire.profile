# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Columns as read in the Action Log of the Future Oxfordshire Partnership's Scrutiny Panel; its words are "In progress" and
# "Completed".
profile future-oxfordshire
  title Scrutiny Panel Action Log
  about Future Oxfordshire Partnership
  date DD/MM/YYYY
  bom yes
  as-at line
  order minute
  column Date raised = meeting_date
  also Date raised = Date
  column Action = text
  also Action = Actions, Action or request
  column Member / Officer = owner | addressee
  also Member / Officer = Member/Officer, Officer
  column Updated/Discussed on = last_update_date
  also Updated/Discussed on = Updated / Discussed on, Updated, Discussed on
  column Progress Notes = status + updates
  also Progress Notes = Progress, Notes, Progress notes
  status not started, in progress, awaiting response = In progress
  status complete, superseded, no longer feasible = Completed
  programme Meeting date = planned
  programme Item = issue
  programme Description and rationale = notes
  programme Lead Officer = lead
