# The longest, and mostly waiting: it begins first, so that the others run beside it.
TESTS += tests/fault/test_kill.sh
EXTRA_DIST += tests/fault/test_kill.sh tests/fault/store/freeze.py tests/fault/store/schema-1.sql tests/fault/store/schema-2.sql tests/fault/store/schema-3.sql tests/fault/store/schema-4.sql tests/fault/store/schema-5.sql tests/fault/store/schema-6.sql tests/fault/store/schema-7.sql
tests/fault/test_kill.log: src/minutebook$(EXEEXT)

if HAVE_CMOCKA
check_PROGRAMS += tests/fault/test_leaks
tests_fault_test_leaks_SOURCES = tests/fault/test_leaks.c
tests_fault_test_leaks_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_fault_test_leaks_CFLAGS = $(TEST_CFLAGS)
tests_fault_test_leaks_LDADD = src/terminal/libterminal.a $(CLI_LIBS) $(LIBEDIT_LIBS) $(NCURSESW_LIBS) $(CMOCKA_LIBS)
endif

# Papers of one council in every form, in any order.
if HAVE_CMOCKA
check_PROGRAMS += tests/fault/test_orders
tests_fault_test_orders_SOURCES = tests/fault/test_orders.c tests/fault/orders.h tests/fault/orders_member.c tests/fault/orders_state.c
tests_fault_test_orders_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_fault_test_orders_CFLAGS = $(TEST_CFLAGS)
tests_fault_test_orders_LDADD = tests/unit/store/libsupport.a $(INTAKE_LIBS) $(EXPORT_LIBS) $(CMOCKA_LIBS)
endif
# Edits of the member's among them.
if HAVE_CMOCKA
check_PROGRAMS += tests/fault/test_sequences
tests_fault_test_sequences_SOURCES = tests/fault/test_sequences.c tests/fault/sequences.h tests/fault/sequence_edits.c tests/fault/orders.h tests/fault/orders_state.c
tests_fault_test_sequences_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_fault_test_sequences_CFLAGS = $(TEST_CFLAGS)
tests_fault_test_sequences_LDADD = tests/unit/store/libsupport.a $(INTAKE_LIBS) $(EXPORT_LIBS) $(CMOCKA_LIBS)
endif
EXTRA_DIST += tests/fault/orders/committee.html tests/fault/orders/committees.xml tests/fault/orders/housing-page.txt \
	tests/fault/orders/january-item.html tests/fault/orders/january-item.txt tests/fault/orders/january-minutes-pdf.xml \
	tests/fault/orders/january-minutes.txt tests/fault/orders/january-pack-again.txt tests/fault/orders/january-pack.txt \
	tests/fault/orders/january-page-later.html tests/fault/orders/january-page.html tests/fault/orders/january-page.txt \
	tests/fault/orders/january-service.xml tests/fault/orders/january-supplement.txt tests/fault/orders/list-meetings.html \
	tests/fault/orders/list-meetings.xml tests/fault/orders/march-decisions.txt tests/fault/orders/march-front-pdf.xml \
	tests/fault/orders/march-morning.html tests/fault/orders/march-nameless.txt tests/fault/orders/march-pack.md \
	tests/fault/orders/march-page.txt tests/fault/orders/march-report-pdf.xml tests/fault/orders/may-cancelled.html \
	tests/fault/orders/may-service.xml tests/fault/orders/nameless-item.txt tests/fault/orders/renamed-page.txt \
	tests/fault/orders/twin-agenda.txt
