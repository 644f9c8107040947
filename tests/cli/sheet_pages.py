# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# sheet_pages.py PATH: do the tables of PATH.html and PATH.md have the rows of PATH.csv, cell by cell? Rows alone: headings stand
# over each group in the one, in the other once.
import csv
import re
import sys
from html.parser import HTMLParser


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows = []
        self.cell = False

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")
            self.cell = True
        elif tag == "br" and self.cell:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag):
        self.cell = self.cell and tag != "td"

    def handle_data(self, data):
        if self.cell:
            self.rows[-1][-1] += data


# A line of a table as GitHub's Markdown takes it apart: at each mark that no backslash stands before.
def markdown_cells(line):
    cells = re.split(r"(?<!\\)\|", line.strip())[1:-1]
    return [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell.strip().replace("<br>", "\n")) for cell in cells]


path = sys.argv[1]
table = [[re.sub("^'", "", cell).strip() for cell in row] for row in csv.reader(open(path + ".csv", encoding="utf-8-sig", newline=""))]
page = Page()
page.feed(open(path + ".html", encoding="utf-8").read())
html = [row for row in page.rows if row]
lines = [line for line in open(path + ".md", encoding="utf-8").read().split("\n") if line.startswith("|")]
heads = {k for k, line in enumerate(lines) if line.startswith("|---")}
markdown = [markdown_cells(line) for k, line in enumerate(lines) if k not in heads and k + 1 not in heads]
n = len(html[0])
named = next(k for k, row in enumerate(table) if row[n - 1])  # below the day of the list, where that stands in a line of its own
rows = [row[:n] for row in table[named + 1:]]
wrong = [found for found in (html, markdown) if [[cell.strip() for cell in row] for row in found] != rows]
for found in wrong:
    for a, b in zip(rows, found):
        if a != b:
            print("# %r became %r" % (a, b))
sys.exit(bool(wrong) or len(rows) < 5)
