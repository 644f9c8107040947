# tests/unit/actions
