# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# All that a reader of minutes asks of a tracker, in the words of this program.
profile plain
  title Follow-ups
  about the words of this program
  date D Month YYYY
  bom yes
  as-at column
  order minute
  column Reference = reference
  also Reference = Ref, Ref., Ref No, Reference No, Reference Number, Action No, Action ref, No, No., Number
  column Committee = committee
  also Committee = Body, Panel, Board, Scrutiny Committee, Overview and Scrutiny Committee
  column Meeting = meeting_date
  also Meeting = Meeting date, Date of meeting, Date raised, Date, Date of request
  column Minute = minute
  also Minute = Minute No, Minute No., Minute number, Min no, Minute ref, Minute reference, Item, Agenda item, Item No
  column Subject = item
  also Subject = Topic, Area, Title, Agenda item title, Issue
  column What was asked = text
  also What was asked = Action, Actions, Action agreed, Agreed action, Action required, Actions agreed, Recommendation, Recommendations, Request, Requests, Resolution, Decision, What, Detail, Details, Matter, Description, Task
  column By whom = owner
  also By whom = Owner, Lead, Lead officer, Officer, Officer responsible, Responsible officer, Responsible, Action by, Action owner, Assigned to, Who, Lead Officer/EM, Lead Officer / EM, Member / Officer, Member/Officer, Responsibility
  column To whom = recipient
  also To whom = Recipient, Cabinet Member, Executive Member, Portfolio Holder, Decision maker, Executive Decision Maker, Addressed to
  column By when = due
  also By when = Due, Due date, Deadline, Target date, Timetable, Timescale, When, To be completed, Completion date, To be completed/progressed to next stage
  column Status = status
  also Status = State, Progress status, RAG, RAG status, Complete, Completed, Completed?, Complete?
  column Progress = updates
  also Progress = Update, Updates, Progress update, Progress notes, Action taken, Response, Outcome, Comments, Comment, Notes, Latest position, Current position
  column Chased = chases
  column Closed by = closed_by
  also Closed by = Closed, Date closed
  status not started = not started
  means complete = Complete, Completed, Done, Closed, Implemented, Actioned, Discharged, Action complete, Green
  means in progress = Ongoing, On-going, Outstanding, Open, In hand, Underway, Under way, Partially complete, Paused, On hold, Amber
  means not started = To do, Not yet started, Not yet due, New
  means awaiting response = Awaiting, Response awaited, Awaiting reply
  means superseded = Superseded, Replaced
  means no longer feasible = No longer required, Withdrawn, Not progressed
  programme Date of meeting = planned
  programme Topic = issue
  programme Last report = last_report
  programme Notes = notes
