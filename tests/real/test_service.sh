#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Real replies of a council's service and saved lists that none of us wrote (service.py). They are not part of the
# project; without them this is skipped, and says so.
fixtures=$MINUTEBOOK_SHARED/fixtures
if [ ! -f "$fixtures/moderngov-service/meetings.xml" ]; then
    echo "1..0 # SKIP no replies of a service in ${MINUTEBOOK_SHARED:-MINUTEBOOK_SHARED, which is not set}"
    exit 0
fi
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
exec python3 "$MINUTEBOOK_SRCDIR/tests/real/service.py" "$MINUTEBOOK_BIN" "$fixtures"
