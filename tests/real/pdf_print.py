# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""A pack as Markdown, printed as a PDF by whatever program there is: for tests/real/test_pdf.sh.
   pdf_print.py PACK.md FOLDER    writes PROGRAM.pdf for each of chromium, weasyprint and libreoffice that is installed"""
import html
import os
import re
import shutil
import subprocess
import sys


def inline(text):
    kept = re.split(r"(</?(?:b|i|sup|sub|ul|li|p|br)\b[^>]*>)", text)
    text = "".join(part if part.startswith("<") else html.escape(part, False) for part in kept)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("\\*", "&#42;")
    return re.sub(r"\*([^*]+)\*", r"<i>\1</i>", re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", text))


def pages_of(markdown):
    out, rows, bullets = [], [], []

    def flush():
        if rows:
            width = max(map(len, rows))
            out.append("<table>" + "".join("<tr>" + "".join("<td valign='top'>%s</td>" % inline(cell) for cell in row + [""] * (width - len(row)))
                                           + "</tr>" for row in rows) + "</table>")
        if bullets:
            out.append("<ul>" + "".join("<li>%s</li>" % inline(entry) for entry in bullets) + "</ul>")
        rows.clear()
        bullets.clear()

    for line in markdown.split("\n"):
        heading = re.match(r"(#{1,6}) +(.*)", line)
        bullet = re.match(r" *[-*] +(.*)", line)
        if "\t" in line:
            rows.append(line.split("\t"))
        elif bullet and not rows:
            bullets.append(bullet.group(1))
        elif line.strip():
            flush()
            out.append("<h%d>%s</h%d>" % (len(heading.group(1)), inline(heading.group(2)), len(heading.group(1))) if heading
                       else "<p>%s</p>" % inline(line.strip()))
        elif bullets:
            flush()
    flush()
    return ("<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Pack</title><style>@page{size:A4;margin:2cm}"
            "body{font:11pt sans-serif}table{border-collapse:collapse;width:100%}td{border:1px solid;padding:4px;vertical-align:top}"
            "h1{font-size:15pt}h2{font-size:14pt}h3,h4,h5,h6{font-size:12pt}</style></head><body>" + "\n".join(out) + "</body></html>")


source, folder = sys.argv[1:3]
page = os.path.join(folder, "pack.html")
open(page, "w", encoding="utf-8").write(pages_of(open(source, encoding="utf-8").read()))
programs = [("weasyprint", ["weasyprint", page, os.path.join(folder, "weasyprint.pdf")]),
            ("chromium", ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                          "--print-to-pdf=" + os.path.join(folder, "chromium.pdf"), page]),
            ("libreoffice", ["libreoffice", "-env:UserInstallation=file://" + os.path.join(folder, "office"), "--headless",
                             "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder, page])]
for name, command in programs:
    if not shutil.which(command[0]):
        continue
    done = subprocess.run(command, capture_output=True, timeout=300, check=False)
    if name == "libreoffice" and os.path.exists(os.path.join(folder, "pack.pdf")):
        os.rename(os.path.join(folder, "pack.pdf"), os.path.join(folder, "libreoffice.pdf"))
    if not os.path.exists(os.path.join(folder, name + ".pdf")):
        print("# %s printed nothing: %s" % (name, done.stderr[-300:].decode(errors="replace")))
