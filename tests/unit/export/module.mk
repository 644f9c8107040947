# tests/unit/export
