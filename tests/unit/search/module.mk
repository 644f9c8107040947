# tests/unit/search
