# tests/terminal
