# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Variations of papers that are text: each takes a Paper and a choice and gives new lines or bytes, having changed the
gold where what is printed changed; None where it cannot be made surely."""
import re

from vary_paper import DATE, FILE, TIME, clock_of, day_of, fold, write_clock, write_day


def prose_wrapped(lines):
    """Whether paragraphs of the paper go over several lines: a line of some length goes on in small letters below."""
    return any(len(a) > 50 and not a.rstrip().endswith((":", ";", ".")) and re.match(r"\s*[a-z]", b) for a, b in zip(lines, lines[1:]))


# Numbers --------------------------------------------------------------------------------------------------------------

def renumber(paper, dress, value):
    """Every number in another manner. dress: how it is written; value: what the number becomes (None: it stays)."""
    places = paper.items()
    if not places or any(p.number is None for p in places) or (paper.kind == "md"):
        return None
    old = [paper.gold["items"][p.item]["number"] for p in places]
    if len(set(old)) != len(old) or (dress.endswith("-") and any(p.line != p.title_line for p in places)):
        return None
    new = old
    if value:
        if paper.group in ("pack-text", "supplement") or "Meeting Summary" in paper.lines or not all(re.fullmatch(r"\d{1,3}", n) for n in old):
            return None
        if value.startswith("A") and max(map(int, old)) > 40:
            return None
        new = [value.format(n=int(n), far=int(n) + 230, letter="A", low=int(n) + 20) for n in old]
    elif not all(re.fullmatch(r"\d{1,3}[a-z]?|\d+/\d+|[A-Z]{1,3}\d+", n) for n in old):
        return None
    lines = list(paper.lines)
    swap = dict(zip(old, new))
    if value:
        known = re.compile(r"(?i)\b(item|minute)( no\.?)? (%s)(?![\w/])" % "|".join(map(re.escape, old)))
        lines = [known.sub(lambda m: m.group(1) + (m.group(2) or "") + " " + swap[m.group(3)], line) for line in lines]
        if [len(x) for x in lines] != [len(x) for x in paper.lines]:  # spans hold only where no item line changed
            for p in places:
                if lines[p.line] != paper.lines[p.line]:
                    return None
    for p, number in zip(places, new):
        line, words = lines[p.line], dress.format(n=number)
        rest = line[p.number[1]:]
        grown = len(words) - (p.number[1] - p.number[0])
        gap = len(rest) - len(rest.lstrip(" "))
        if gap > 1 and rest.strip():
            rest = " " * max(1, gap - grown) + rest.lstrip(" ")
        lines[p.line] = line[:p.number[0]] + words + rest
        paper.gold["items"][p.item]["number"] = number
    return lines


# Titles ---------------------------------------------------------------------------------------------------------------

SMALL = "a an and at by for from in of on or the to with".split()


def title_case(text):
    if text.isupper():
        return text
    words = text.split(" ")
    return " ".join(w if n and w.lower() in SMALL else w[:1].upper() + w[1:].lower() if w.isalpha() and len(w) > 3 else w
                    for n, w in enumerate(words))


def recase(paper, change):
    places = paper.items()
    if not places or any(p.last != p.title_line for p in places):
        return None
    lines = list(paper.lines)
    for p in places:
        item, line = paper.gold["items"][p.item], lines[p.title_line]
        lines[p.title_line] = line[:p.title[0]] + change(line[p.title[0]:p.title[1]]) + line[p.title[1]:]
        for a in item["attachments"]:
            if fold(a["title"]) == fold(item["title"]):
                a["title"] = change(a["title"])
        item["title_accept"] = [change(t) for t in item.get("title_accept", [])]
        item["title"] = change(item["title"])
    return lines if lines != paper.lines else None


def capitals(text):
    return text.upper()


# Lines ----------------------------------------------------------------------------------------------------------------

def wrap_line(line, width, hang=""):
    """A line broken at width; its own indent is kept, and what follows hangs below it."""
    indent = re.match(r"\s*", line).group() + hang
    words, out, now = line.split(" "), [], ""
    for word in words:
        if now.strip() and len(now) + 1 + len(word) > width:
            out.append(now)
            now = indent + word
        else:
            now = now + " " + word if now else word
    return out + [now]


def wrap(paper, width, files):
    """Lines that are longer than width are broken there; a blank line below each keeps what follows from it."""
    if prose_wrapped(paper.lines) or paper.group in ("frontsheet",) or paper.kind == "md":
        return None
    out, done = [], False
    for n, line in enumerate(paper.lines):
        plain = "|" not in line and "\t" not in line.strip() and not re.search(r"\S {3,}\S|\.{5,}", line)
        if len(line) <= width or not plain or (FILE.search(line) and not files):
            out.append(line)
            continue
        out.extend(wrap_line(line, width))
        done = True
        if n + 1 < len(paper.lines) and paper.lines[n + 1].strip():
            out.append("")
    return out if done else None


def unwrap(paper):
    """Broken paragraphs made whole: a long line without an end, and one in small letters below it."""
    out, done = [], False
    for line in paper.lines:
        last = out[-1] if out else ""
        if (len(last) > 55 and re.match(r"\s*[a-z]", line) and not re.match(r"\s*\(?[a-z]{1,3}[).]\s", line) and re.search(r"[a-z,]$", last)
                and "|" not in last + line and not re.search(r"\S {3,}\S|\t", last + line)):
            out[-1] = last + " " + line.strip()
            done = True
        else:
            out.append(line)
    return out if done else None


def indent(paper, lead):
    return [lead + line if line.strip() else line for line in paper.lines] if paper.kind != "md" else None


def gap_tabs(paper):
    """One tab for a run of blanks within a line."""
    lines = [re.sub(r"(?<=\S) {2,}(?=\S)", "\t", line) for line in paper.lines]
    return lines if lines != paper.lines and paper.kind != "md" else None


def gap_blanks(paper, many):
    lines = [line.replace("\t", " " * many) for line in paper.lines]
    return lines if lines != paper.lines else None


def blank_all(paper):
    """A blank line between all lines: where each of them is a paragraph."""
    if prose_wrapped(paper.lines) or paper.kind == "md" or any("|" in line for line in paper.lines):
        return None
    places = paper.items()
    if not places or any(p.last != p.title_line for p in places):
        return None
    return [x for line in paper.lines if line.strip() for x in (line, "")]


def blank_none(paper):
    if prose_wrapped(paper.lines) or paper.kind == "md":
        return None
    places = paper.items()
    if not places or any(p.last != p.title_line for p in places):
        return None
    lines = [line for line in paper.lines if line.strip()]
    return lines if len(lines) < len(paper.lines) else None


def blank_more(paper):
    return [x for line in paper.lines for x in ((line,) if line.strip() else (line, ""))]


def trailing(paper):
    return [line + " " * paper.random.randint(0, 4) for line in paper.lines] if paper.kind != "md" else None


# Bytes ----------------------------------------------------------------------------------------------------------------

def as_crlf(paper):
    return "\r\n".join(paper.lines).encode("utf-8")


def as_bom(paper):
    return b"\xef\xbb\xbf" + paper.bytes_of(paper.lines)


def as_utf16(paper):
    return b"\xff\xfe" + "\r\n".join(paper.lines).encode("utf-16-le")


def as_windows(paper):
    try:
        data = "\r\n".join(paper.lines).encode("cp1252")
    except UnicodeEncodeError:
        return None
    return data if max(data, default=0) > 127 else None


def as_nbsp(paper):
    return [re.sub(" ", lambda m: "\u00a0" if paper.random.random() < 0.15 else " ", line) for line in paper.lines]


PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2026": "..."})


def plain_gold(value):
    if isinstance(value, dict):
        return {k: plain_gold(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain_gold(v) for v in value]
    return value.translate(PLAIN) if isinstance(value, str) else value


def as_plain_signs(paper):
    lines = [line.translate(PLAIN) for line in paper.lines]
    paper.gold = plain_gold(paper.gold)
    return lines if lines != paper.lines else None


# Stamps of pages ------------------------------------------------------------------------------------------------------

def stamped(paper, below, above):
    """Every 35 to 50 lines, at a blank line behind the first item, what a printer puts at the foot and head of a page."""
    end = paper.head_end()
    if end is None or not paper.gold.get("committee") or paper.kind == "md":
        return None
    pages, out, since, page = max(2, len(paper.lines) // 42 + 1), [], 0, 1
    size = paper.random.randint(35, 50)
    places = paper.items()
    tops = {n for p in places for n in range(p.line + 1, p.last + 1)}  # not between a number and its title
    facts = {"committee": paper.gold["committee"], "pages": pages}
    facts["day"] = write_day(paper.gold["date"], "{day} {d} {month} {y}") if paper.gold.get("date") else "Committee"
    for n, line in enumerate(paper.lines):
        out.append(line)
        since += 1
        if n > end and since >= size and not line.strip() and n not in tops and n + 1 < len(paper.lines):
            out += ["", below.format(page=page, **facts)] + ([above.format(page=page + 1, **facts)] if above else []) + [""]
            page, since = page + 1, 0
    return out if page > 1 else None


# The column of pages --------------------------------------------------------------------------------------------------

PAGES = re.compile(r"(\s{2,}|\s*\.{3,}\s*|\t)\(?(\d+)(?:\s*[-\u2013]\s*(\d+))?\)?\s*$")


def page_column(paper, manner):
    """manner: dotted, plain, absent, behind ("(Pages 3 - 8)")."""
    if paper.group not in ("frontsheet", "pack-text") or paper.kind == "md":
        return None
    places = paper.items()
    if not places:
        return None
    lines, done = list(paper.lines), 0
    for p in places:
        item = paper.gold["items"][p.item]
        match = PAGES.search(lines[p.title_line]) if item.get("pages") else None
        if item.get("pages") and (not match or p.last != p.title_line):
            return None
        if not match:
            continue
        if fold(match.group(2) + (" - " + match.group(3) if match.group(3) else "")) != item["pages"]:
            return None
        before, done = lines[p.title_line][:match.start()], done + 1
        if manner == "absent":
            lines[p.title_line], item["pages"] = before, None
        elif manner == "behind":
            lines[p.title_line] = before + " (Pages %s)" % item["pages"]
        elif manner == "dotted":
            lines[p.title_line] = before + " " + "." * max(4, 80 - len(before)) + " " + item["pages"]
        else:
            lines[p.title_line] = before + " " * max(3, 80 - len(before)) + item["pages"].replace(" ", "")
    if manner in ("absent", "behind"):
        first = places[0].line
        for n in range(first):
            lines[n] = re.sub(r"(?i)\s+\(?pages?( no\.?| nos\.?| numbers?)?\)?\s*$", "", lines[n])
            lines[n] = re.sub(r"(?i)^\s*\(?pages?( no\.?| nos\.?| numbers?)?\)?\s*$", "", lines[n])
    return lines if done else None


# The head -------------------------------------------------------------------------------------------------------------

def head_changed(paper, change):
    end = paper.head_end()
    if end is None:
        return None
    lines = [change(line) if n < end else line for n, line in enumerate(paper.lines)]
    return lines if lines != paper.lines else None


def other_day(paper, manner):
    iso = paper.gold.get("date")
    if not iso:
        return None
    new = write_day(iso, manner)
    return head_changed(paper, lambda line: DATE.sub(lambda m: new if day_of(m) == iso else m.group(), line))


def other_time(paper, manner):
    clock = paper.gold.get("time")
    if not clock:
        return None
    new = write_clock(clock, manner)

    def change(line):
        return TIME.sub(lambda m: new if clock_of(m) == clock else m.group(), line)
    return head_changed(paper, change)


LABELS = {"venue": ("Venue", "Location", "Place", "Where", "Meeting venue"), "date": ("Date", "When", "Date of meeting", "Meeting date"),
          "time": ("Time", "Start time", "Time of meeting", "Starts"), "contact": ("Contact", "Contact officer", "Enquiries to", "Clerk", "Please contact")}


def other_labels(paper, which):
    """Labels of head lines: which is the place in each row of LABELS that is taken."""
    known = {name.lower(): row for row in LABELS.values() for name in row}

    def change(line):
        match = re.match(r"(\s*\**)([A-Za-z ]+?)(\s*:)(\**\s)", line + " ")
        row = known.get(match.group(2).lower()) if match else None
        return match.group(1) + row[which % len(row)] + line[match.end(2):] if row else line
    return head_changed(paper, change)


def shuffled_head(paper):
    """Lines "Label: value" that stand together, in another order."""
    end = paper.head_end()
    if end is None:
        return None
    lines, n = list(paper.lines), 0
    known = [name.lower() for row in LABELS.values() for name in row]
    while n < end:
        run = n
        while run < end and re.match(r"\s*([A-Za-z ]+):\s*\S", lines[run]) and lines[run].split(":")[0].strip().lower() in known:
            run += 1
        if run - n > 1 and (run == len(lines) or not lines[run].strip()):
            lines[n:run] = lines[n:run][1:] + lines[n:run][:1]
        n = max(run, n + 1)
    return lines if lines != paper.lines else None


def head_line(paper, manner):
    """The one line "Committee - day time" of a page, written in another manner."""
    end, gold = paper.head_end(), paper.gold
    if end is None or not all(gold.get(k) for k in ("committee", "date", "time")):
        return None
    for n in range(end):
        line = fold(paper.lines[n])
        day, rest = DATE.search(line), None
        if day and line.startswith(gold["committee"] + " - ") and day_of(day) == gold["date"]:
            rest = TIME.search(line, day.end())
        if rest and clock_of(rest) == gold["time"] and rest.end() == len(line) and line[len(gold["committee"]) + 3:day.start()] == "":
            said = manner.format(committee=gold["committee"], day=write_day(gold["date"], "{day} {d} {month} {y}"), short=write_day(gold["date"], "{d} {month} {y}"),
                                 time=write_clock(gold["time"], "{h}.{m} {am}"), clock=write_clock(gold["time"], "{hh}:{m}"))
            return paper.lines[:n] + said.split("\n") + paper.lines[n + 1:]
    return None


# What stands around a page --------------------------------------------------------------------------------------------

TOPS = {
    "cookies": ["We use cookies to make this website work and to see how it is used.", "Accept all cookies", "Reject optional cookies",
                "Manage preferences", ""],
    "menu": ["Skip to main content", "Menu", "Search this website", "Search", "Home", "Residents", "Business", "Your council", "A to Z of services",
             "My account", "Sign in", ""],
    "crumbs": ["You are here:", "Home", "Council and democracy", "Committees and meetings", "Agenda", ""],
    "path": ["Home > Council and democracy > Meetings > Meeting details", ""],
    "service": ["Democratic Services", "Agendas, reports and minutes", "Calendar of meetings", "Committee structure", "Find your councillor",
                "Forward plan", "Petitions", ""],
    "alert": ["Important: our offices close at 4 pm on Friday 22 December 2017. Find out about our opening hours.", "Dismiss this message", ""],
}
FEET = {
    "foot": ["", "Was this page helpful?", "Yes", "No", "", "Contact us", "Accessibility statement", "Privacy notice", "Cookies", "Jobs and careers",
             "Follow us on social media", "\u00a9 2025 Borough Council. All rights reserved."],
    "print": ["", "Print this page", "Back to top", "Last updated: 3 April 2019", "", "Powered by a committee system"],
    "bar": ["", "Accessibility | Privacy | Cookies | Terms and conditions | Freedom of information"],
    "related": ["", "Related pages", "Committee details", "Dates of meetings", "Attendance records", "Subscribe to updates"],
}


def around(paper, top, foot):
    if not paper.is_page():
        return None
    return TOPS.get(top, []) + paper.lines + FEET.get(foot, [])


# What only pages have -------------------------------------------------------------------------------------------------

def other_headings(paper, change):
    if paper.group != "page-text":
        return None
    lines = [change.get(line.strip(), line) if line.strip() in change else line for line in paper.lines]
    return lines if lines != paper.lines else None


def other_files(paper, manner):
    if not paper.is_page():
        return None

    def change(match):
        size, unit = (match.group(1), match.group(2)) if match.group(1) else (match.group(3), match.group(4))
        return manner.format(size=size, unit=unit.upper(), low=unit.lower())
    lines = [FILE.sub(change, line) for line in paper.lines]
    return lines if lines != paper.lines else None


def shared(paper, words):
    """A link below every title."""
    places = paper.items() if paper.is_page() else None
    if not places or any("share this item" in line.lower() for line in paper.lines):
        return None
    lines = list(paper.lines)
    for p in reversed(places):
        lines[p.last + 1:p.last + 1] = ["", words] if not (p.last + 1 < len(lines) and lines[p.last + 1].strip()) else [words]
    return lines


def joined(paper, between):
    """A number that stands alone, on one line with its title."""
    places = paper.items() if paper.is_page() else None
    if not places or any(p.number is None or p.line == p.title_line for p in places):
        return None
    lines = list(paper.lines)
    for p in reversed(places):
        lines[p.line:p.title_line + 1] = [lines[p.line].rstrip() + between + lines[p.title_line].lstrip()]
    return lines


def parted(paper, between):
    """A number on the line of its title, alone above it."""
    places = paper.items() if paper.is_page() else None
    if not places or any(p.number is None or p.line != p.title_line or p.last != p.line for p in places) or "Meeting Summary" in paper.lines:
        return None
    if any(re.sub(FILE, "", paper.lines[p.line][p.title[1]:]).strip(" ,") for p in places):  # the whole item runs on in the line
        return None
    lines = list(paper.lines)
    for p in reversed(places):
        line = lines[p.line]
        lines[p.line:p.line + 1] = [line[:p.number[1]]] + between + [line[p.title[0]:]]
    return lines


def unnumbered(paper):
    """The numbers gone that stand alone: only where a heading tells each item."""
    places = paper.items() if paper.group == "page-text" else None
    if not places or any(p.number is None or p.line == p.title_line for p in places):
        return None
    ends = [q.line for q in places[1:]] + [len(paper.lines)]
    for p, end in zip(places, ends):
        if not any(line.strip() in ("Minutes:", "Decision:", "Additional documents:") for line in paper.lines[p.last:end]):
            return None
    if any(re.search(r"(?i)\bitem %s\b" % re.escape(paper.gold["items"][p.item]["number"]), "\n".join(paper.lines)) for p in places):
        return None
    lines = list(paper.lines)
    for p in reversed(places):
        paper.gold["items"][p.item]["number"] = None
        lines[p.line:p.title_line] = []
    return lines


# The table ------------------------------------------------------------------------------------------------------------

def kinds():
    """{name: (function, choice...)}"""
    out = {}
    for name, dress in (("stop", "{n}."), ("bare", "{n}"), ("bracket", "{n})"), ("brackets", "({n})"), ("colon", "{n}:"), ("item", "Item {n}"), ("item-no", "Item No. {n}"),
                        ("agenda-item", "Agenda item {n}:"), ("agenda-ITEM", "AGENDA ITEM {n}"), ("dash", "{n} -")):
        out["number-" + name] = (renumber, dress, None)
    for name, dress, value in (("running", "{n}.", "{far}"), ("year", "{n}", "{far}/24"), ("years", "{n}.", "24/25-{low}"), ("letter", "{n}", "A{n}"), ("letters", "{n}.", "CAB{low}"),
                               ("letters-dash", "{n}", "EX-{low}"), ("municipal", "{n}", "2024/25-{low}"), ("year-first", "{n}", "2025/{low}"),
                               ("committee-year", "{n}", "PC/24/{low}"), ("years-slash", "{n}", "{low}/24-25"), ("zero", "{n}", "{n:02d}")):
        out["value-" + name] = (renumber, dress, value)
    out["title-capitals"], out["title-case"] = (recase, capitals), (recase, title_case)
    for width in (60, 66, 72, 76):
        out["wrap-%d" % width] = (wrap, width, False)
    out["wrap-all-72"], out["wrap-all-64"], out["unwrap"] = (wrap, 72, True), (wrap, 64, True), (unwrap,)
    for name, lead in (("3", "   "), ("8", "        "), ("tab", "\t"), ("quote", "> ")):
        out["indent-" + name] = (indent, lead)
    out["tabs"], out["tab-4"], out["tab-1"] = (gap_tabs,), (gap_blanks, 4), (gap_blanks, 1)
    out["blank-all"], out["blank-none"], out["blank-more"], out["trailing"] = (blank_all,), (blank_none,), (blank_more,), (trailing,)
    for name, make in (("crlf", as_crlf), ("bom", as_bom), ("utf16", as_utf16), ("windows", as_windows), ("nbsp", as_nbsp), ("plain-signs", as_plain_signs)):
        out["bytes-" + name] = (make,)
    for name, below, above in (("of", "Page {page} of {pages}", ""), ("feed", "Page {page}", "\f{committee}, {day}"), ("number", "{page}", ""), ("dash", "- {page} -", ""),
                               ("head", "{page}", "\f{committee} - {day}"), ("browser", "https://democracy.example/ieListDocuments.aspx?CId=31&MId=4022{page:>12}/{pages}",
                                                                             "\f04/11/2026, 09:14          Agenda for {committee} on {day}")):
        out["stamp-" + name] = (stamped, below, above)
    for manner in ("dotted", "plain", "absent", "behind"):
        out["pages-" + manner] = (page_column, manner)
    for name, manner in (("th", "{day} {d}{th} {month}, {y}"), ("comma", "{day}, {d} {month} {y}"), ("plain", "{d} {month} {y}"), ("slash", "{dd}/{mm}/{y}"), ("day-slash", "{day} {dd}/{mm}/{y}"),
                         ("short", "{dy} {d} {mon} {y}"), ("iso", "{y}-{mm}-{dd}"), ("the", "{day} the {d}{th} of {month} {y}"), ("commas", "{day}, {d}{th} {month}, {y}"), ("dots", "{dd}.{mm}.{y}")):
        out["day-" + name] = (other_day, manner)
    for name, manner in (("am", "{h}.{m} {am}"), ("a.m.", "{h}.{m} {a_m}"), ("glued", "{short}{am}"), ("24", "{hh}:{m}"), ("AM", "{h}:{m} {AM}"), ("hours", "{hh}{m} hours"), ("24-dot", "{hh}.{m}"),
                         ("hrs", "{hh}:{m} hrs"), ("o'clock", "{h}.{m}{am}")):
        out["time-" + name] = (other_time, manner)
    for which in range(5):
        out["label-%d" % which] = (other_labels, which)
    out["head-order"] = (shuffled_head,)
    for name, manner in (("two-lines", "{committee}\n{day} {time}"), ("at", "{committee} - {day} at {time}"), ("comma", "{committee}, {day}, {time}"), ("on", "Meeting of the {committee} on {day} at {time}"),
                         ("first-day", "{day} {time}\n{committee}"), ("bar", "{committee} | {day} | {clock}"), ("labels", "{committee}\nDate: {day}\nTime: {time}"), ("when", "{committee}\nDate and time: {day}, {time}"),
                         ("slash", "{committee} / {short} / {clock}"), ("agenda-for", "Agenda for {committee} on {day}, {time}"), ("brackets", "{committee} ({short}, {time})"),
                         ("dash", "{committee} \u2013 {short} \u2013 {time}"), ("three", "{committee}\n{short}\n{time}"), ("below", "{committee}\n\nMeeting date\n{day}\n\nMeeting time\n{time}")):
        out["headline-" + name] = (head_line, manner)
    for top in TOPS:
        out["around-" + top] = (around, top, None)
    for foot in FEET:
        out["around-" + foot] = (around, None, foot)
    for name, change in (("bare", {"Minutes:": "Minutes", "Decision:": "Decision", "Additional documents:": "Additional documents"}), ("documents", {"Additional documents:": "Supporting documents:"}),
                         ("related", {"Additional documents:": "Related documents:"}), ("attachments", {"Additional documents:": "Attachments:"}), ("decision", {"Decision:": "Decision made:"}),
                         ("capitals", {"Minutes:": "MINUTES", "Decision:": "DECISION", "Additional documents:": "ADDITIONAL DOCUMENTS"}), ("bullets", {"Minutes:": "Minutes: ", "Decision:": "Decision: "})):
        out["heading-" + name] = (other_headings, change)
    for name, manner in (("brackets", "(PDF, {size} {unit})"), ("square", "[PDF {size} {unit}]"), ("icon", "pdf icon PDF {size} {unit}"), ("low", "(pdf, {size}{low})"), ("glued", "PDF {size}{unit}"), ("dash", "- PDF ({size} {unit})"),
                         ("icon-only", "PDF icon {size} {unit}"), ("size", "({size} {unit})"), ("opens", "(PDF {size} {unit}, opens in a new tab)"), ("file", "(PDF File, {size}{low})")):
        out["file-" + name] = (other_files, manner)
    for n, words in enumerate(("Share this item", "Share", "Add to my agenda", "Bookmark this item", "Link to this item")):
        out["below-%d" % n] = (shared, words)
    for name, between in (("blank", " "), ("tab", "\t"), ("wide", "     ")):
        out["join-" + name] = (joined, between)
    out["part"], out["part-blank"], out["unnumbered"] = (parted, []), (parted, [""]), (unnumbered,)
    return out
