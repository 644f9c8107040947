# tests/unit/text
