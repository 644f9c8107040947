# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""A paper and its gold as vary.py changes them: where its items stand, where its head ends, and the figures and days
that are written there. What is not found surely is not found: then the variation is not made."""
import copy
import datetime
import random
import re

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
FILE = re.compile(r"(?i)(?:\bpdf icon )?\bPDF (\d[\d.,]*) ?([KM]B)\b|\(PDF,? (\d[\d.,]*) ?([KM]B)\)")
DATE = re.compile(r"\b(?:(%s)[a-z]*,?\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+day)?(?:\s+of)?\s+(%s)[a-z]*,?\s+(\d{4})\b"
                  % ("|".join(d[:3] for d in DAYS), "|".join(m[:3] for m in MONTHS)), re.I)
TIME = re.compile(r"(?<![\d.:/-])(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|noon)(?![a-z])|(?<![\d.:/-])([012]\d)[.:]([0-5]\d)(?![\d.:/-])", re.I)
TEXT_GROUPS = ("page-text", "item-text", "frontsheet", "pack-text", "supplement", "printed-minutes", "printed-decisions", "report-text")


class Located:
    """An item's place: the line and span of its number (None: it has none), of its title, and the title's last line."""

    def __init__(self, item, line, number, title_line, title, last):
        self.item, self.line, self.number, self.title_line, self.title, self.last = item, line, number, title_line, title, last


class Paper:
    def __init__(self, name, data, gold, seed):
        self.name, self.data, self.gold = name, data, copy.deepcopy(gold)
        self.group = gold["group"]
        self.kind = name.rsplit(".", 1)[-1]
        self.random = random.Random(seed)
        self.code = "utf-8"
        try:
            self.text = data.decode("utf-8")
        except UnicodeDecodeError:
            self.code = "latin-1"  # a saved page: its marks are ASCII, and all other bytes go back as they came
            self.text = data.decode("latin-1") if self.kind == "html" else None
        if self.text is not None and (self.text.startswith("\ufeff") or "\0" in self.text or "\f" in self.text):
            self.text = None
        self.crlf = self.text is not None and "\r\n" in self.text
        self.lines = [] if self.text is None else self.text.replace("\r\n", "\n").split("\n")

    def is_text(self):
        return self.text is not None and self.kind in ("txt", "md") and "items" in self.gold

    def is_page(self):
        return self.is_text() and self.group in ("page-text", "item-text")

    def page_bytes(self, text):
        """A saved page's bytes: letters that its code has not are written as references."""
        return text.encode(self.code, "xmlcharrefreplace")

    def bytes_of(self, lines):
        return ("\r\n" if self.crlf else "\n").join(lines).encode("utf-8")

    def items(self):
        """Where every item stands, in order, or None."""
        found, at = [], 0
        for index, item in enumerate(self.gold["items"]):
            place = locate(self.lines, at, item)
            if place is None:
                return None
            place.item = index
            found.append(place)
            at = place.last + 1
        return found or None

    def head_end(self):
        places = self.items()
        return places[0].line if places else None


def fold(text):
    return re.sub(r"[\s\u00a0]+", " ", text or "").strip()


def title_at(lines, line, start, title):
    """The span of the title that begins in a line at start, and its last line; it may go on in the next two."""
    rest, want = lines[line][start:], fold(title)
    lead = len(rest) - len(rest.lstrip())
    words = r"[\s\u00a0]+".join(map(re.escape, want.split(" ")))
    match = re.match(words + r"(?!\w)", rest[lead:])
    if match:
        return (start + lead, start + lead + match.end()), line
    text = fold(rest)
    for last in range(line + 1, min(line + 3, len(lines))):
        if not lines[last].strip() or not want.startswith(text) or len(text) < 12:
            return None
        text = fold(text + " " + lines[last])
        if text == want or text.startswith(want + "  "):
            return (start + lead, len(lines[line].rstrip())), last
    return None


def locate(lines, at, item):
    title = item["title"]
    for line in range(at, len(lines)):
        if item["number"]:
            match = re.match(r"[\s#*|]*((?:Agenda )?(?:Item )?(?:No\.? )?\(?%s[.:)]?\**)(?=[\s|]|$)" % re.escape(item["number"]), lines[line], re.I)
            if not match:
                continue
            number, start = match.span(1), match.end()
            while start < len(lines[line]) and lines[line][start] in " \t|*-\u2013\u2014\u00a0:":
                start += 1
            if start < len(lines[line]):
                got = title_at(lines, line, start, title)
                if got:
                    return Located(None, line, number, line, *got)
                continue
            below = next((n for n in range(line + 1, min(line + 4, len(lines))) if lines[n].strip()), None)
            got = title_at(lines, below, 0, title) if below else None
            if got:
                return Located(None, line, number, below, *got)
        else:
            start = re.match(r"[\s#*]*", lines[line]).end()
            got = title_at(lines, line, start, title)
            if got and re.match(r"\**\s*($|,?\s*\(?(pdf icon )?PDF|\s\s)", lines[got[1]][got[0][1]:] if got[1] == line else "", re.I):
                return Located(None, line, None, line, *got)
    return None


def day_of(match):
    """The ISO day of a match of DATE."""
    month = next(n for n, name in enumerate(MONTHS, 1) if name[:3].lower() == match.group(3)[:3].lower())
    try:
        return datetime.date(int(match.group(4)), month, int(match.group(2))).isoformat()
    except ValueError:
        return None


def clock_of(match):
    """HH:MM of a match of TIME."""
    if match.group(4):
        return "%s:%s" % (match.group(4), match.group(5))
    hour, half = int(match.group(1)), match.group(3).lower()
    hour = hour % 12 + 12 if half[0] in "pn" else hour % 12
    return "%02d:%s" % (hour, match.group(2) or "00")


def write_day(iso, manner):
    day = datetime.date.fromisoformat(iso)
    end = "th" if 10 <= day.day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return manner.format(day=DAYS[day.weekday()], dy=DAYS[day.weekday()][:3], d=day.day, th=end, month=MONTHS[day.month - 1],
                         mon=MONTHS[day.month - 1][:3], y=day.year, dd="%02d" % day.day, mm="%02d" % day.month)


def write_clock(clock, manner):
    hour, minute = int(clock[:2]), clock[3:]
    return manner.format(h=hour % 12 or 12, hh="%02d" % hour, m=minute, am="am" if hour < 12 else "pm",
                         a_m="a.m." if hour < 12 else "p.m.", AM="AM" if hour < 12 else "PM",
                         short="%d" % (hour % 12 or 12) if minute == "00" else "%d.%s" % (hour % 12 or 12, minute))
