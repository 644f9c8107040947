# tests/gates
