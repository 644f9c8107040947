# tests/unit/command
