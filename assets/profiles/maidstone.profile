# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Columns as read in Maidstone Borough Council's Scrutiny Committee Recommendation Action and Implementation Plan (SCRAIP),
# 2009 to 2014: a head of four, then the recommendation, then its review. A month to respond, reviews after 6 and 12 months.
profile maidstone
  title Scrutiny Committee Recommendation Action and Implementation Plan
  about Maidstone Borough Council, SCRAIP of 2009 to 2014
  date D Month YYYY
  bom yes
  as-at line
  group meeting
  order minute
  column Committee = committee
  also Committee = Overview and Scrutiny Committee
  column Meeting Date = meeting_date
  also Meeting Date = Date of meeting, Meeting, Date & Minute
  column Minute No = minute
  also Minute No = Minute number, Minute No., Minute, Minute No:
  column Topic = item
  also Topic = Topic/Report, Report
  column Recommendation = text
  also Recommendation = Recommendations
  column Cabinet Member = portfolio | addressee
  also Cabinet Member = Executive Decision Maker, Decision Maker, Cabinet Member/Officer
  column Response = response
  also Response = Accept / Reject, Response (accepted or rejected)
  column Timetable = due
  also Timetable = Timescale
  column Lead Officer = owner
  column Update = updates
  also Update = Action Expected Outcome, Progress
  column Date = last_update_date
  also Date = Date of update
  column Completed? = completed
  also Completed? = Completed, Complete
  column Note = outcome
  also Note = Notes, Comments
  response accepted = Accepted
  response accepted in part = Agreed - further work required
  response accepted in principle = Accepted in principle
  response refused = Rejected
  status complete = Completed
  programme Meeting Date = planned
  programme Agenda Items = issue
  programme Details and desired outcome = notes
  programme Report Author / Possible Witnesses = lead
