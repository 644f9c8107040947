#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""The agenda pack of 9 October 2025 as PDF, three times, as three producers would make it: WeasyPrint and
Chromium (a browser's print) from HTML, and LibreOffice Writer from a flat OpenDocument text. What they say is the text in ../papers and nothing
else; each report begins on the page that the agenda names, behind blank pages where it must.

    apt-get install weasyprint chromium libreoffice-writer-nogui fonts-liberation poppler-utils
    ./make.py [FOLDER]      writes the PDFs into FOLDER (default: this one)

The build does not run this: the PDFs are kept."""
import html
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
NAME = "2025-10-09-agenda-pack"
BLANK = "This page is intentionally left blank"
TITLE = "Agenda and reports, 9 October 2025"


# ---- the text as blocks ----------------------------------------------------------------------------------

def blocks_of(text):
    """("title"|"heading"|"numbered"|"bullet"|"para"|"table"|"report", content) in the order of the text."""
    lines, out, i = text.split("\n"), [], 0
    while i < len(lines):
        line = lines[i].strip("\r ")
        i += 1
        if not line or line == BLANK:
            continue
        if "\t" in line:
            rows = [line.split("\t")]
            while i < len(lines) and lines[i].strip() and ("\t" in lines[i] or lines[i].strip() == "Standing Items"):
                rows.append(lines[i].split("\t"))
                i += 1
            out.append(("table", rows))
        elif re.fullmatch(r"[A-Z ]+ PANEL \d+ [A-Z]+ \d{4}", line):
            out.append(("report", line))
        elif re.match(r"\d+\. ", line):
            out.append(("numbered", line))
        elif line.startswith("- "):
            out.append(("bullet", line[2:]))
        elif line == line.upper() and len(line) > 8:
            out.append(("title", line))
        elif len(line) < 75 and not re.search(r"[.:,]$|@|Tel:|^Cllr|^Mrs|^Vacancy$", line):
            out.append(("heading", line))
        else:
            out.append(("para", line))
    return out


def parts_of(blocks):
    """The front, then the reports, each a list of blocks."""
    parts = [[]]
    for block in blocks:
        if block[0] == "report":
            parts.append([])
        parts[-1].append(block)
    return parts


def ranges_of(parts):
    """(item, first page, last page) of each report, from the agenda's table."""
    rows = [row for kind, rows in parts[0] if kind == "table" for row in rows]
    return [(row[0], *map(int, row[2].split(" - "))) for row in rows if re.fullmatch(r"\d+ - \d+", row[-1])]


def pages_of(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]


def blanks_wanted(pdf, parts):
    """How many blank pages each report needs behind it, from how long it came out without any."""
    heads = [re.sub(r"\s+", " ", part[0][1]) for part in parts[1:]]
    pages = [re.sub(r"\s+", " ", page) for page in pages_of(pdf)]
    starts = [i for i, page in enumerate(pages) if page.strip().startswith(heads[0]) or re.match(r" ?Agenda Item \d+ " + heads[0], page)]
    assert len(starts) == len(heads), (starts, heads)
    wanted = []
    for (item, first, last), start, end in zip(ranges_of(parts), starts, starts[1:] + [len(pages)]):
        wanted.append(last - first + 1 - (end - start))
        assert wanted[-1] >= 0, f"item {item} is {end - start} pages long and the agenda gives it {last - first + 1}"
    return wanted


# ---- HTML for WeasyPrint and Chromium -----------------------------------------------------------------------------------

STYLE = """
@page { size: A4; margin: 22mm 20mm 20mm 20mm }
@page report { counter-increment: pack; @bottom-center { content: "Page " counter(pack); font-size: 9pt } @top-right { content: string(item); font-size: 9pt } }
body { font: 11.5pt/1.45 "Liberation Sans", sans-serif }
h1 { font-size: 17pt } h2 { font-size: 13pt } h3 { font-size: 11.5pt; margin: 14pt 0 4pt }
p { margin: 0 0 8pt } p.numbered { padding-left: 9mm; text-indent: -9mm } p.bullet { padding-left: 14mm; text-indent: -5mm }
p.head { font-weight: bold; font-size: 10pt }
table { border-collapse: collapse; width: 100%; margin: 4pt 0 12pt; font-size: 10.5pt } tr { break-inside: avoid }
td, th { border: 0.6pt solid #444; padding: 3pt 5pt; vertical-align: top; text-align: left } .figure { text-align: right }
section { page: report } section { break-before: page } .item { string-set: item content(); position: absolute; font-size: 0 }
.blank { break-before: page; text-align: center; padding-top: 100mm; font-style: italic }
"""


def is_figure(cell):
    return bool(re.fullmatch(r"[-£]?[\d,.]+%?", cell))


def html_cell(tag, cell, figure, extra=""):
    words = html.escape(html.unescape(cell)).replace("&lt;b&gt;", "<b>").replace("&lt;/b&gt;", "</b><br>")
    return f"<{tag}{extra}{' class=figure' if figure else ''}>{re.sub('<br>$', '', words)}</{tag}>"


def html_table(rows):
    width = max(map(len, rows))
    out = ["<table>"]
    for n, row in enumerate(rows):
        span = f" colspan={width}" if len(row) == 1 else ""
        out.append("<tr>" + "".join(html_cell("td" if n else "th", cell, i > 0 and is_figure(cell), span) for i, cell in enumerate(row)) + "</tr>")
    return "\n".join(out + ["</table>"])


def html_block(block):
    kind, content = block
    if kind == "table":
        return html_table(content)
    words = html.escape(content)
    if kind == "numbered":
        number, words = words.split(" ", 1)
        return f'<p class=numbered><span style="display: inline-block; width: 9mm; text-indent: 0">{number}</span>{words}</p>'
    return {"title": "<h2>%s</h2>", "heading": "<h3>%s</h3>", "bullet": "<p class=bullet>•&ensp;%s</p>",
            "report": "<p class=head>%s</p>", "para": "<p>%s</p>"}[kind] % words


def make_html(parts, blanks):
    out = [f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>{TITLE}</title><style>{STYLE}</style><body>"]
    out += map(html_block, parts[0])
    out.append(f"<p class=blank>{BLANK}</p>")
    for n, ((item, _, _), part) in enumerate(zip(ranges_of(parts), parts[1:])):
        out.append(f'<section><span class=item>Agenda Item {item}</span>')
        out += map(html_block, part)
        out += [f"<p class=blank>{BLANK}</p>"] * blanks[n]
        out.append("</section>")
    return "\n".join(out)


def weasyprint(parts, blanks, pdf, folder):
    source = os.path.join(folder, "pack.html")
    with open(source, "w", encoding="utf-8") as out:
        out.write(make_html(parts, blanks))
    subprocess.run(["weasyprint", "-q", source, pdf], check=True)


def chromium(parts, blanks, pdf, folder):
    source = os.path.join(folder, "browser.html")
    with open(source, "w", encoding="utf-8") as out:
        out.write(make_html(parts, blanks))
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser", "--no-pdf-header-footer",
                    f"--print-to-pdf={pdf}", source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# ---- a flat OpenDocument text for LibreOffice -----------------------------------------------------------------

SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"' for name, urn in {
    "office": "office", "style": "style", "text": "text", "table": "table", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    "meta": "meta"}.items()) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
LOOKS = {  # name: (paragraph, text)
    "para": ('fo:margin-bottom="0.25cm"', ""), "numbered": ('fo:margin-left="1cm" fo:text-indent="-1cm" fo:margin-bottom="0.25cm"', ""),
    "bullet": ('fo:margin-left="1.6cm" fo:text-indent="-0.6cm" fo:margin-bottom="0.12cm"', ""),
    "title": ('fo:margin-top="0.3cm" fo:margin-bottom="0.25cm" fo:keep-with-next="always"', 'fo:font-size="14pt" fo:font-weight="bold"'),
    "heading": ('fo:margin-top="0.3cm" fo:margin-bottom="0.12cm" fo:keep-with-next="always"', 'fo:font-weight="bold"'),
    "cell": ("", 'fo:font-size="10pt"'), "figure": ('fo:text-align="end"', 'fo:font-size="10pt"'),
    "head": ("", 'fo:font-size="10pt" fo:font-weight="bold"'), "foot": ('fo:text-align="end"', 'fo:font-size="9pt"'),
    "report": ('fo:break-before="page"', 'fo:font-size="10pt" fo:font-weight="bold"'),
    "blank": ('fo:break-before="page" fo:text-align="center" fo:padding-top="9cm" fo:border="none"', 'fo:font-style="italic"')}


def odt_paragraph(style, words):
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def odt_cell(cell, head, figure):
    style = "head" if head else "figure" if figure else "cell"
    parts = re.split(r"<b>|</b> ?", cell)
    return "".join(odt_paragraph("head" if len(parts) > 1 and n == 1 else style, html.escape(part)) for n, part in enumerate(parts) if part) \
        or odt_paragraph(style, "")


def odt_table(rows, columns):
    width = max(map(len, rows))
    shares = {"Item No": [2, 12, 3], "Date of Meeting": [3.5, 5.5, 3.5, 4.5]}.get(rows[0][0], [2] + [1] * (width - 1))
    name = f"t{len(columns)}"
    columns.append("".join(f'<style:style style:name="{name}c{i}" style:family="table-column"><style:table-column-properties style:column-width="{17 * share / sum(shares):.2f}cm"/></style:style>'
                           for i, share in enumerate(shares)))
    out = ['<table:table table:style-name="table">'] + [f'<table:table-column table:style-name="{name}c{i}"/>' for i in range(width)]
    for n, row in enumerate(rows):
        span = f' table:number-columns-spanned="{width}"' if len(row) == 1 else ""
        cells = "".join(f'<table:table-cell table:style-name="box"{span}>{odt_cell(cell, n == 0 or bool(span), i > 0 and is_figure(cell))}</table:table-cell>' for i, cell in enumerate(row))
        cells += "<table:covered-table-cell/>" * (width - 1 if span else 0)
        line = f'<table:table-row table:style-name="row">{cells}</table:table-row>'
        out.append(f"<table:table-header-rows>{line}</table:table-header-rows>" if n == 0 else line)
    return "".join(out + ["</table:table>", odt_paragraph("cell", "")])


def odt_block(block, columns):
    kind, content = block
    if kind == "table":
        return odt_table(content, columns)
    words = html.escape(content)
    if kind == "numbered":
        words = words.replace(" ", "<text:tab/>", 1)
    return odt_paragraph(kind, "•<text:tab/>" + words if kind == "bullet" else words)


def make_odt(parts, blanks):
    columns, body = [], []
    for block in parts[0]:
        body.append(odt_block(block, columns))
    body.append(odt_paragraph("blank", BLANK))
    for n, part in enumerate(parts[1:]):
        body.append(odt_paragraph("report" if n else "first", html.escape(part[0][1])))
        body += [odt_block(block, columns) for block in part[1:]] + [odt_paragraph("blank", BLANK)] * blanks[n]
    styles = "".join(f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>'
                     for name, (paragraph, text) in LOOKS.items())
    page = '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>'
    return f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{TITLE}</dc:title></office:meta>
<office:font-face-decls><style:font-face style:name="body" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="body" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style></office:styles>
<office:automatic-styles>{styles}{"".join(columns)}
<style:style style:name="first" style:family="paragraph" style:master-page-name="Report"><style:paragraph-properties style:page-number="1"/><style:text-properties fo:font-size="10pt" fo:font-weight="bold"/></style:style>
<style:style style:name="table" style:family="table"><style:table-properties style:width="17cm" table:align="left"/></style:style>
<style:style style:name="row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="box" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #444444" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="plain">{page}</style:page-layout>
<style:page-layout style:name="numbered">{page}<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="plain"/>
<style:master-page style:name="Report" style:page-layout-name="numbered"><style:footer>{odt_paragraph("foot", "Children and Young People Scrutiny Panel, 9 October 2025 – page <text:page-number/>")}</style:footer></style:master-page></office:master-styles>
<office:body><office:text>{"".join(body)}</office:text></office:body></office:document>'''


def libreoffice(parts, blanks, pdf, folder):
    source = os.path.join(folder, "pack.fodt")
    with open(source, "w", encoding="utf-8") as out:
        out.write(make_odt(parts, blanks))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, source],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.replace(os.path.join(folder, "pack.pdf"), pdf)


def main():
    target = sys.argv[1] if len(sys.argv) > 1 else HERE
    with open(os.path.join(HERE, "..", "papers", NAME + ".txt"), encoding="utf-8") as text:
        parts = parts_of(blocks_of(text.read()))
    with tempfile.TemporaryDirectory() as folder:
        for producer in (weasyprint, chromium, libreoffice):
            pdf = os.path.join(folder, "made.pdf")
            producer(parts, [0] * (len(parts) - 1), pdf, folder)
            producer(parts, blanks_wanted(pdf, parts), pdf, folder)
            kept = os.path.join(target, f"{NAME}-{producer.__name__}.pdf")
            with open(pdf, "rb") as made, open(kept, "wb") as out:
                out.write(made.read())
            print(kept, len(pages_of(kept)), "pages,", os.path.getsize(kept), "bytes")


main()
