# tests/unit/model
