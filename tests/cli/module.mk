dist_check_SCRIPTS += tests/cli/test_actions.sh tests/cli/test_call.sh tests/cli/test_edges.sh tests/cli/test_import.sh
EXTRA_DIST += tests/cli/lib.sh
tests/cli/test_actions.log tests/cli/test_call.log tests/cli/test_edges.log tests/cli/test_import.log: src/minutebook$(EXEEXT)
