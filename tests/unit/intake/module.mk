# tests/unit/intake
check_PROGRAMS += tests/unit/intake/test_page tests/unit/intake/test_document
tests_unit_intake_test_page_SOURCES = tests/unit/intake/test_page.c tests/unit/intake/reading.h
tests_unit_intake_test_page_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_intake_test_page_CFLAGS = $(TEST_CFLAGS)
tests_unit_intake_test_page_LDADD = $(INTAKE_LIBS) $(CMOCKA_LIBS)
tests_unit_intake_test_document_SOURCES = tests/unit/intake/test_document.c tests/unit/intake/folder.h tests/unit/intake/reading.h
tests_unit_intake_test_document_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_intake_test_document_CFLAGS = $(TEST_CFLAGS)
tests_unit_intake_test_document_LDADD = $(INTAKE_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/intake/test_page_forms
tests_unit_intake_test_page_forms_SOURCES = tests/unit/intake/test_page_forms.c tests/unit/intake/reading.h
tests_unit_intake_test_page_forms_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_intake_test_page_forms_CFLAGS = $(TEST_CFLAGS)
tests_unit_intake_test_page_forms_LDADD = $(INTAKE_LIBS) $(CMOCKA_LIBS)
