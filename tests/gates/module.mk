dist_check_SCRIPTS += tests/gates/bugs.sh tests/gates/dist.sh tests/gates/rooms.sh tests/gates/source.sh tests/gates/symbols.sh
EXTRA_DIST += tests/gates/gate.sh tests/gates/rooms.awk tests/gates/source.awk tests/gates/strip.awk \
	tests/gates/symbols.awk
