#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Every file of the repository is in the tarball: a paper or a golden that is forgotten in EXTRA_DIST
# would only be missed by whoever unpacks it. Asks `make` for its list, so nothing is packed here.
. "$(dirname "$0")/gate.sh"
builddir=${MINUTEBOOK_BUILDDIR-$(pwd)}
MAKEFLAGS=; export MAKEFLAGS

# not_packed TRACKED PACKED: the lines of TRACKED that neither stand in PACKED nor lie in a folder that does.
not_packed() {
    $AWK 'NR == FNR { packed[$0]; next }
        {
            for (part = $0; part != "" && !(part in packed); )
                if (!sub("/[^/]*$", "", part))
                    part = ""
            if (part == "" && $0 != ".gitignore")
                print $0 " is not in the tarball"
        }' "$2" "$1"
}

cd "$srcdir" && git ls-files >"$scratch/tracked" 2>/dev/null
if [ ! -s "$scratch/tracked" ]; then
    echo "1..0 # SKIP no repository here"
    exit 0
fi
make -s -C "$builddir" list-dist >"$scratch/packed" || exit 99

clean "every file of the repository is in the tarball" not_packed "$scratch/tracked" "$scratch/packed"

echo tests/intake/papers/planted.txt >"$scratch/planted"
caught 'papers/planted.txt is not in the tarball' "a forgotten paper is seen" not_packed "$scratch/planted" "$scratch/packed"
echo tests/screens/golden/planted/any >"$scratch/planted"
clean "a folder brings what lies in it" not_packed "$scratch/planted" "$scratch/packed"

done_testing
