dist_check_SCRIPTS += tests/fault/test_kill.sh
tests/fault/test_kill.log: src/minutebook$(EXEEXT)
