# tests/unit/intake
