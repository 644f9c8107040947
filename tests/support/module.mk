EXTRA_DIST += tests/support/test.h
