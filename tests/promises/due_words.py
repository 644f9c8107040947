# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""What due words of a minute allow to be computed, and no more: the exam's own reckoning, apart from the program's.

span(words, meeting) gives (from, to) as days or None. A day is a day, a month stays a month, a counted time is counted from
the meeting; a day or month without a year is the first on or after the meeting. All else gives None: a next meeting, a
season, a quarter that comes again, "in due course". Working days leave out weekends, England's fixed bank holidays and
those around Easter that follow from the year; a minute near one of them is not in the exam."""
import calendar
import re
from datetime import date, timedelta

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS.update({name: n for n, name in enumerate("jan feb mar apr # jun jul aug sept oct nov dec".split(), 1) if name != "#"})
MONTHS.update({name: n for n, name in enumerate(
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".lower().split(), 1)})
NUMBERS = {w: n for n, w in enumerate("a one two three four five six seven eight nine ten eleven twelve".split())}
NUMBERS.update({"a": 1, "an": 1, "fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-one": 21, "twenty-eight": 28, "thirty": 30})
COUNTED = re.compile(r"\b(\d+|[a-z-]+) (?:more )?(?:(working|calendar) )?(day|week|fortnight|month|year)s?\b['\u2019]?", re.I)


EVENT = r"(day|week|fortnight|month|year)s? (of|after|from|before|following|beforehand) (?!(now|today|the meeting|this meeting)\b)"  # another clock


def months_on(start, count):
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    month += 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def working(day):
    first = easter(day.year)
    mondays = [d for d in (date(day.year, 5, n) for n in range(1, 32)) if d.weekday() == 0]
    august = [d for d in (date(day.year, 8, n) for n in range(1, 32)) if d.weekday() == 0]
    closed = {first - timedelta(2), first + timedelta(1), mondays[0], mondays[-1], august[-1],
              date(day.year, 12, 25), date(day.year, 12, 26), date(day.year, 1, 1)}
    return day.weekday() < 5 and day not in closed


def counted(amount, kind, unit, start):
    if unit == "month" or unit == "year":
        return months_on(start, amount * (12 if unit == "year" else 1))
    if kind == "working":
        day = start
        while amount:
            day += timedelta(1)
            amount -= working(day)
        return day
    return start + timedelta(amount * {"day": 1, "week": 7, "fortnight": 14}[unit])


def days_named(words):
    months = "|".join(MONTHS)
    for found in re.finditer(r"\b(\d{1,2})(?:st|nd|rd|th|fed|ed|eg|af|ain)?(?: of)?(?: (%s))(?:,? (\d{4}))?\b|\b(%s) (\d{1,2})(?:st|nd|rd|th)\b(?:,? (\d{4}))?"
                             % (months, months), words, re.I):
        day, month, year = found.group(1) or found.group(5), found.group(2) or found.group(4), found.group(3) or found.group(6)
        yield int(day), MONTHS[month.lower()], int(year) if year else None
    for found in re.finditer(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})\b", words):
        year = int(found.group(3))
        yield int(found.group(1)), int(found.group(2)), year + 2000 if year < 100 else year


def span(words, meeting):
    start = date.fromisoformat(meeting)
    days = list(days_named(words))
    if days:
        day, month, year = days[-1]
        if not year:
            year = start.year if (month, day) >= (start.month, start.day) else start.year + 1
        found = date(year, month, day).isoformat()
        return found, found
    named = re.findall(r"\b(%s)\b(?:,? (\d{4}))?" % "|".join(MONTHS), words, re.I)
    named = [(m, y) for m, y in named if m.lower() not in ("may", "mai") or m[0].isupper()]
    if len(named) == 1:
        month, year = MONTHS[named[0][0].lower()], int(named[0][1]) if named[0][1] else None
        if not year:
            year = start.year if month >= start.month else start.year + 1
        return date(year, month, 1).isoformat(), date(year, month, calendar.monthrange(year, month)[1]).isoformat()
    found = COUNTED.search(words)
    if found and not re.search(r"\b(every|each|per)\b|%s" % EVENT, words, re.I):
        amount = int(found.group(1)) if found.group(1).isdigit() else NUMBERS.get(found.group(1).lower())
        if amount:
            day = counted(amount, (found.group(2) or "").lower(), found.group(3).lower(), start).isoformat()
            return day, day
    return None
