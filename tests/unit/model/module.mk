check_PROGRAMS += tests/unit/model/test_fields
tests_unit_model_test_fields_SOURCES = tests/unit/model/test_fields.c
tests_unit_model_test_fields_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_model_test_fields_CFLAGS = $(TEST_CFLAGS)
tests_unit_model_test_fields_LDADD = $(MODEL_LIBS) $(CMOCKA_LIBS)
