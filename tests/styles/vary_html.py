# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Variations of saved pages: what a browser would show stays the same, what says it in mark-up changes."""
import html
import re

from vary_text import FEET, TOPS

TOKEN = re.compile(r"(<!--.*?-->|<!DOCTYPE[^>]*>|<(?:script|style|textarea|title)\b.*?</(?:script|style|textarea|title)\s*>|</?[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>)", re.S | re.I)
TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)(.*?)(/?)>$", re.S)
ATTRIBUTE = re.compile(r"\s+([\w:-]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


def of_page(paper):
    """The page in tokens, or None where its bytes hide them."""
    return TOKEN.split(paper.text) if paper.kind == "html" and paper.text is not None else None


def each_tag(paper, change):
    """Every element's mark through change(closing, name, attributes) -> (name, attributes) or None, which drops the mark."""
    tokens = of_page(paper)
    if not tokens:
        return None
    out = []
    for token in tokens:
        match = TAG.match(token) if not re.match(r"(?i)<(!|script|style|textarea|title|meta|html|head|body|/html|/head|/body)", token) else None
        if not match:
            out.append(token)
            continue
        new = change(match.group(1), match.group(2).lower(), match.group(3))
        if new is not None:
            out.append("<%s%s%s%s>" % (match.group(1), new[0], new[1], match.group(4)))
    text = "".join(out)
    return paper.page_bytes(text) if text != paper.text else None


def rename(paper, names):
    return each_tag(paper, lambda end, name, rest: (names.get(name, name), rest))


def drop(paper, which):
    """Attributes gone whose names match."""
    def change(_, name, rest):
        return name, "".join(m.group() for m in ATTRIBUTE.finditer(rest) if not re.fullmatch(which, m.group(1), re.I))
    return each_tag(paper, change)


def classes(paper, manner):
    """Classes under other names: the same name for the same class everywhere."""
    seen = {}

    def other(match):
        value = match.group(2).strip("\"'")
        return ' class="%s"' % " ".join(manner.format(n=seen.setdefault(c, len(seen)), old=c) for c in value.split())

    def change(_, name, rest):
        return name, "".join(other(m) if m.group(1).lower() == "class" and m.group(2) else m.group() for m in ATTRIBUTE.finditer(rest))
    return each_tag(paper, change)


def loud(paper):
    """Names of elements in capitals, values without or in single quotes."""
    def change(_, name, rest):
        return name.upper(), re.sub(r"=\"([\w#.-]+)\"", r"=\1", re.sub(r"=\"([^\"']*)\"", r"='\1'", rest))
    return each_tag(paper, change)


def wrapped(paper, inner):
    """A wrapper within every element of the names, or around all of the body."""
    def change(match):
        return match.group(1) + "<%s>" % inner + match.group(3) + "</%s>" % inner + match.group(4)
    if not of_page(paper):
        return None
    text = re.sub(r"(?is)(<(p|h[1-6]|td)\b[^>]*>)([^<]+)(</\2>)", change, paper.text)
    return paper.page_bytes(text) if text != paper.text else None


def body(paper, before, after):
    if not of_page(paper) or not re.search(r"(?i)<body", paper.text):
        return None
    text = re.sub(r"(?is)(<body\b[^>]*>)", lambda m: m.group(1) + before, paper.text, count=1)
    text = re.sub(r"(?is)(</body>)", lambda m: after + m.group(1), text, count=1)
    return paper.page_bytes(text)


def as_block(lines, item, wrap):
    return wrap[0] + "".join("<%s>%s</%s>" % (item, html.escape(line), item) for line in lines if line) + wrap[1]


def around(paper, top, foot):
    before = as_block(TOPS.get(top, []), "li", ('<nav aria-label="Site"><ul>', "</ul></nav>"))
    return body(paper, before if top else "", as_block(FEET.get(foot, []), "p", ('<footer class="site-footer">', "</footer>")) if foot else "")


def shells(paper):
    return body(paper, '<div id="app"><div class="l-page"><main role="main"><section>', "</section></main></div></div>")


def blanks(paper, between):
    """Blanks between marks: none of them is shown beside blocks."""
    tokens = of_page(paper)
    if not tokens or re.search(r"(?i)<pre\b", paper.text):
        return None
    block = re.compile(r"(?i)</?(p|div|tr|td|th|table|tbody|thead|ul|ol|li|h[1-6]|section|main|nav|header|footer)\b")
    out = []
    for n, token in enumerate(tokens):
        near = n and n + 1 < len(tokens) and block.match(tokens[n - 1]) and block.match(tokens[n + 1])
        out.append(between if near and not token.strip() and not token.startswith("<") else token)
    text = "".join(out)
    return paper.page_bytes(text) if text != paper.text else None


def entities(paper):
    if not of_page(paper) or paper.text.isascii() or paper.code != "utf-8" or re.search(r"charset=[\"']?(?!utf-8)", paper.text, re.I):
        return None
    return "".join(c if ord(c) < 128 else "&#%d;" % ord(c) for c in paper.text).encode("ascii")


def comments(paper):
    tokens = of_page(paper)
    if not tokens:
        return None
    return paper.page_bytes("".join("<!-- x -->" + t if re.match(r"(?i)<(p|td|tr|div|h[1-6])\b", t) else t for t in tokens))


TABLES = {"table": "div", "thead": "div", "tbody": "div", "tr": "div", "td": "div", "th": "div", "caption": "div"}
LISTS = {"ul": "div", "ol": "div", "li": "div", "dl": "div", "dt": "div", "dd": "div"}
NEUTRAL = {"section": "div", "article": "div", "main": "div", "header": "div", "footer": "div", "nav": "div", "aside": "div"}
MODERN = {"b": "strong", "i": "em", "strong": "b", "em": "i"}


def kinds():
    out = {"html-divs": (rename, TABLES), "html-lists": (rename, LISTS), "html-neutral": (rename, NEUTRAL), "html-bold": (rename, MODERN), "html-p-div": (rename, {"p": "div"}),
           "html-headings-low": (rename, {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5"}), "html-headings-none": (rename, {"h%d" % n: "div" for n in range(1, 7)}),
           "html-no-class": (drop, "class"), "html-no-id": (drop, "id"), "html-no-attributes": (drop, "(?!href|src|http-equiv|content|charset|name).*"), "html-no-style": (drop, "style|width|align|valign|border|cellpadding|cellspacing|bgcolor"),
           "html-classes": (classes, "c-{n}"), "html-hashed": (classes, "{old}_x7{n}q"), "html-loud": (loud,), "html-span": (wrapped, "span"), "html-font": (wrapped, 'font'),
           "html-strong": (wrapped, "strong"), "html-shells": (shells,), "html-minified": (blanks, ""), "html-pretty": (blanks, "\n\n      "), "html-entities": (entities,), "html-comments": (comments,)}
    for top in TOPS:
        out["html-around-" + top] = (around, top, None)
    for foot in FEET:
        out["html-around-" + foot] = (around, None, foot)
    return out
