# They read sources and names, which no sanitizer changes.
if !SANITIZED
dist_check_SCRIPTS += tests/gates/bugs.sh tests/gates/dist.sh tests/gates/hacking.sh tests/gates/rooms.sh tests/gates/source.sh tests/gates/symbols.sh
endif
EXTRA_DIST += tests/gates/gate.sh tests/gates/rooms.awk tests/gates/source.awk tests/gates/strip.awk \
	tests/gates/symbols.awk
