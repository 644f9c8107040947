# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Compares JSON documents with minutebook-json(5), whose lists are the schema.

usage: test_json.py PAGE FOLDER

Prints "ok NAME" or what is wrong, a line each: for every document of FOLDER (one JSON value a line), and for
every object of the page that no document holds.
"""
import json
import os
import re
import sys

DAY = re.compile(r"\d{4}-\d\d-\d\d$")
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
PLAIN = {
    "text": lambda v: isinstance(v, str) and v != "",
    "day": lambda v: isinstance(v, str) and DAY.match(v),
    "stamp": lambda v: isinstance(v, str) and STAMP.match(v),
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
    "truth": lambda v: isinstance(v, bool),
    "row": lambda v: isinstance(v, list) and all(c is None or isinstance(c, str) and c for c in v),
}


def read_page(path):
    """{object: [(field, type)]} of each .Ss section that holds a list of fields."""
    objects, section = {}, None
    for line in open(path, encoding="utf-8"):
        if line.startswith(".Ss "):
            section = line[4:].strip()
        found = re.match(r"\.It Va (\w+) , Ar (.+)$", line)
        if found:
            objects.setdefault(section, []).append((found.group(1), found.group(2).strip()))
    return objects


class Checker:
    def __init__(self, objects):
        self.objects, self.seen, self.faults = objects, set(), []

    def value(self, value, kind, where):
        if kind.endswith(" or null"):
            if value is None:
                return
            kind = kind[: -len(" or null")]
        if kind.startswith("list of "):
            if not isinstance(value, list):
                self.faults.append(f"{where}: {value!r} is no list")
                return
            for n, entry in enumerate(value):
                self.value(entry, kind[len("list of "):], f"{where}[{n}]")
        elif kind.startswith("one of "):
            if value not in kind[len("one of "):].split():
                self.faults.append(f"{where}: {value!r} is not {kind}")
        elif kind in PLAIN:
            if not PLAIN[kind](value):
                self.faults.append(f"{where}: {value!r} is no {kind}")
        elif kind in self.objects:
            self.object(value, kind, where)
        else:
            self.faults.append(f"{where}: the page does not say what a {kind} is")

    def object(self, value, name, where):
        self.seen.add(name)
        fields = self.objects[name]
        if not isinstance(value, dict) or list(value) != [field for field, _ in fields]:
            got = list(value) if isinstance(value, dict) else value
            self.faults.append(f"{where}: the fields of {name} are {[f for f, _ in fields]}, not {got!r}")
            return
        for field, kind in fields:
            self.value(value[field], kind, f"{where}.{field}")


def main():
    objects = read_page(sys.argv[1])
    checker = Checker(objects)
    for name in sorted(os.listdir(sys.argv[2])):
        checker.faults = []
        lines = open(os.path.join(sys.argv[2], name), encoding="utf-8").read().splitlines()
        if not lines:
            checker.faults.append("is empty")
        for line in lines:
            value = json.loads(line)
            kind = value.get("format", "An import's line")
            if kind in objects:
                checker.object(value, kind, name)
            else:
                checker.faults.append(f"the page has no document {kind}")
        print(f"ok {name} is as the page says" if not checker.faults else f"{name}: {checker.faults[0]}")
    for missing in sorted(set(objects) - checker.seen):
        print(f"no document holds the object {missing}")


main()
