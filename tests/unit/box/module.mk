check_PROGRAMS += tests/unit/box/test_box
tests_unit_box_test_box_SOURCES = tests/unit/box/test_box.c
tests_unit_box_test_box_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_box_test_box_CFLAGS = $(TEST_CFLAGS)
tests_unit_box_test_box_LDADD = $(BOX_LIBS) $(CMOCKA_LIBS)
