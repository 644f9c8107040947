# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
"""Small PDFs of our own making, for tests/cli/test_pdf.sh and test_import.sh:
   pdf_make.py FOLDER          text.pdf, locked.pdf (a password opens it), drawing.pdf (a page without words), mixed.pdf
   pdf_make.py --report PDF LINE...    a report of these lines, the first three bold
   pdf_make.py --damage PDF FOLDER COUNT SEED    COUNT copies with bytes changed, cut out or doubled"""
import hashlib
import os
import random
import sys

PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
REPORT = ["Harbour and Ferries Scrutiny Panel", "12 March 2025", "Ferries in Winter", "Report of the Head of Piers",
          "1. The ferry was late on 14 of 90 days.", "2. A second boat would cost 2 million pounds a year."]


def rc4(key, data):
    s, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) % 256
        s[i], s[j] = s[j], s[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + s[i]) % 256
        s[i], s[j] = s[j], s[i]
        out.append(byte ^ s[(s[i] + s[j]) % 256])
    return bytes(out)


def words(lines):
    shown = b"".join(b"/F%d 12 Tf (%s) Tj 0 -%d Td\n" % (2 if i < 3 else 1, line.encode(), 30 if i < 4 else 24)
                     for i, line in enumerate(lines))
    return b"BT 72 760 Td\n" + shown + b"ET\n"


def pdf(pages, password=None):
    fonts = b"<</Font<</F1 3 0 R/F2 4 0 R>>>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>",
               b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(len(pages))), len(pages)),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>"]
    file_id, trailer, key = hashlib.md5(b"harbour").digest(), b"", None
    if password:
        owner = rc4(hashlib.md5((b"owner" + PAD)[:32]).digest()[:5], (password + PAD)[:32])
        key = hashlib.md5((password + PAD)[:32] + owner + (-4).to_bytes(4, "little", signed=True) + file_id).digest()[:5]
        trailer = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (owner.hex().encode(), rc4(key, PAD).hex().encode())
    for i, stream in enumerate(pages):
        number = 6 + 2 * i
        if key:
            stream = rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], stream)
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources%s>>" % (number, fonts))
        objects.append(b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream")
    out, places = b"%PDF-1.4\n", []
    for i, text in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % i + text + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer<</Size %d/Root 1 0 R/ID[<%s><%s>]%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, file_id.hex().encode(), file_id.hex().encode(), trailer, len(out))


def damage(path, folder, count, seed):
    whole, chance = open(path, "rb").read(), random.Random(seed)
    for number in range(count):
        data = bytearray(whole)
        kind = number % 4
        if kind == 0:
            for _ in range(chance.randrange(1, 60)):
                data[chance.randrange(8, len(data))] = chance.randrange(256)
        elif kind == 1:
            del data[chance.randrange(9, len(data)):]
        elif kind == 2:
            start = chance.randrange(9, len(data))
            del data[start:start + chance.randrange(1, 4000)]
        else:
            start = chance.randrange(9, len(data))
            data[start:start] = data[start:start + chance.randrange(1, 4000)]
        open(os.path.join(folder, "damaged-%03d.pdf" % number), "wb").write(bytes(data))


if sys.argv[1] == "--report":
    open(sys.argv[2], "wb").write(pdf([words(sys.argv[3:])]))
elif sys.argv[1] == "--damage":
    damage(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
else:
    drawing = b"100 100 300 400 re f\n"
    for name, data in (("text", pdf([words(REPORT)])), ("locked", pdf([words(REPORT)], b"secret")), ("drawing", pdf([drawing])),
                       ("mixed", pdf([words(REPORT), drawing, words(["3. The Panel heard nothing more of it."])]))):
        open(os.path.join(sys.argv[1], name + ".pdf"), "wb").write(data)
