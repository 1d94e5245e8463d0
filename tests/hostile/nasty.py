"""Files that mean harm, made on the spot: each (name, bytes, may it have text at all)."""

import io
import struct
import zipfile
import zlib

BODY = "The ferry to Rafah sailed at noon, the harbour master said. Nobody was hurt. "
SECRET = "file:///etc/passwd"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
MAIN = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)


def archive(parts, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def word(body=f"<w:p><w:r><w:t>{BODY}</w:t></w:r></w:p>", *, doctype="", root=MAIN, own="", more=None):
    """A Word file by hand, so that every part of it can be a lie."""
    xml = f'<?xml version="1.0"?>{doctype}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": f"{RELATIONS}{root}</Relationships>"}
    parts |= {"word/document.xml": xml, "word/_rels/document.xml.rels": f"{RELATIONS}{own}</Relationships>"}
    return archive(parts | (more or {}))


def outside(kind, target, *, mode="External"):
    return f'<Relationship Id="r9" Type="{R}/{kind}" Target="{target}" TargetMode="{mode}"/>'


def pdf(*objects, trailer=b"<< /Root 1 0 R >>", tail=b""):
    """A PDF of these objects with an honest table of contents."""
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out) + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF" % start + tail


def stream(data, *, about=b"", filters=b"/FlateDecode"):
    return b"<< /Length %d /Filter %s %s >>\nstream\n%s\nendstream" % (len(data), filters, about, data)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources"
    b" << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SHOWN = b"BT /F1 11 Tf 50 800 Td (" + BODY.encode() + b") Tj ET "


def page(content=SHOWN, *, font=FONT, more=(), catalog=CATALOG, filters=b"/FlateDecode", packed=None):
    data = zlib.compress(content) if packed is None else packed
    return pdf(catalog, PAGES, PAGE, stream(data, filters=filters), font, *more)


def squeezed(millions, *, twice=False):
    """So many millions of zeros: one packed million may stand in a stream as often as one likes."""
    packer = zlib.compressobj(9, wbits=-15)
    million = packer.compress(b"\0" * 10**6) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = struct.pack(">L", (millions * 10**6 % 65521) << 16 | 1)  # right, so that no reader calls it damaged
    data = b"\x78\xda" + million * millions + b"\x03\x00" + checksum
    return zlib.compress(data, 9) if twice else data


def overlapping(count):
    """Many names in the contents of an archive, all for the same bytes."""
    data = bytearray(archive({"word/document.xml": b"a" * 1_000_000}))
    end = data.rindex(b"PK\5\6")
    start = data.index(b"PK\1\2")
    entries = bytes(data[start:end]) * count
    fields = list(struct.unpack("<4s4H2LH", data[end : end + 22]))
    fields[3] = fields[4] = count
    fields[5] = len(entries)
    return bytes(data[:start]) + entries + struct.pack("<4s4H2LH", *fields)


def nested(depth):
    data = b"innermost"
    for _ in range(depth):
        data = archive({"word/document.xml": data})
    return data


def lying(real, told):
    """An archive whose contents tell another size than its bytes unpack to."""
    data = bytearray(word(f"<w:p><w:r><w:t>{'x' * real}</w:t></w:r></w:p>"))
    at = data.index(b"PK\1\2", data.index(b"word/document.xml"))
    while b"word/document.xml" not in data[at : at + 70] or b"rels" in data[at : at + 80]:
        at = data.index(b"PK\1\2", at + 4)
    data[at + 24 : at + 28] = struct.pack("<L", told)
    return bytes(data)
