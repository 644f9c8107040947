EXTRA_DIST += tests/support/test.h tests/support/growth.h
