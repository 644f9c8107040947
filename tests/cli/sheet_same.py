# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# sheet_same.py TABLE DELIMITER SHEET.ods [american]: does each cell of the spreadsheet show what stands in the table (CSV or TSV)? Texts by
# the letter, but for the apostrophe of a guard, which some programs show and some do not; no cell a formula; a number only where
# it reads the same; a day only where the table has that day
# (american: where the month is taken to stand first, as in the C locale).
import csv
import datetime
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

NAMES = {"table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
         "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0"}


def name(space, word):
    return "{%s}%s" % (NAMES[space], word)


def words(node):
    out = node.text or ""
    for part in node:
        if part.tag == name("text", "s"):
            out += " " * int(part.get(name("text", "c"), "1"))
        else:
            out += {name("text", "line-break"): "\n", name("text", "tab"): "\t"}.get(part.tag) or words(part)
        out += part.tail or ""
    return out


def sheet_rows(path):
    sheet = tree.fromstring(zipfile.ZipFile(path).read("content.xml")).find(".//office:spreadsheet/table:table", NAMES)
    for row in sheet.iter(name("table", "table-row")):
        cells = []
        for cell in row:
            text = "\n".join(words(line) for line in cell.findall("text:p", NAMES))
            times = int(cell.get(name("table", "number-columns-repeated"), "1"))
            cells += [(cell, text)] * min(times, 200)
        yield cells


def days(text):
    for style in ("%d %B %Y", "%m/%d/%Y" if sys.argv[4:] else "%d/%m/%Y", "%B %Y"):
        try:
            yield datetime.datetime.strptime(text, style).date().isoformat()
        except ValueError:
            pass


def same(cell, shown, text):
    sort = cell.get(name("office", "value-type"))
    if cell.get(name("table", "formula")):
        return False
    if sort == "date":
        return cell.get(name("office", "date-value"))[:10] in days(text)
    if sort in ("float", "percentage", "currency", "time", "boolean"):
        return shown == text and sort == "float"
    return shown in (text, re.sub("^'", "", text))


table = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""), delimiter=sys.argv[2]))
sheet = [row for row in sheet_rows(sys.argv[3])]
wrong = 0
for i, row in enumerate(table):
    cells = sheet[i] if i < len(sheet) else []
    for k, text in enumerate(row):
        cell, shown = cells[k] if k < len(cells) else (tree.Element("none"), "")
        if not same(cell, shown, text.replace("\r\n", "\n")):
            wrong += 1
            print("# row %d, cell %d: %r became %r" % (i + 1, k + 1, text, shown))
    if any(shown for cell, shown in cells[len(row):]):
        wrong += 1
        print("# row %d has more cells" % (i + 1))
if any(shown for row in sheet[len(table):] for cell, shown in row):
    wrong += 1
    print("# there are more rows")
sys.exit(wrong > 0 or len(table) < 3)
