# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Columns as the City of London Corporation's committees name those of their Outstanding Actions. A row closes only when the
# committee agrees, and is kept as history; so only open rows are outstanding.
profile city-of-london
  title Outstanding Actions
  about City of London Corporation
  date D Month YYYY
  bom yes
  as-at line
  rows open
  order minute
  column Date = meeting_date
  column Action = text
  also Action = Actions, Outstanding action
  column Officer responsible = owner
  also Officer responsible = Responsible officer, Officer
  column To be completed = due
  also To be completed = To be completed/progressed to next stage, To be completed by
  column Progress Update = updates
  also Progress Update = Progress, Notes/Progress to date, Update
  status not started, in progress, awaiting response = Outstanding
  status complete = Completed
  programme Date = planned
  programme Item = issue
  programme Officer = lead
  programme Notes = notes
