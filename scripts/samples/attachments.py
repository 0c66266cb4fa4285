"""Files that come in beside the forms and are none: a scan, a lock file, a workbook of the old kind. Always the same bytes."""

import struct


def scan():
    """A PDF of one page, as a scanner's would be but for the picture."""
    words = b"BT /F1 14 Tf 72 770 Td (Scan of the signed form - SAMPLE) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + table + end


def lock():
    """What Excel leaves beside a workbook while it is open: 165 bytes with the name of who has it open, twice."""
    name = "chen"
    narrow = bytes([len(name)]) + name.encode("ascii").ljust(54, b" ")
    wide = struct.pack("<H", len(name)) + name.ljust(54).encode("utf-16-le")
    return narrow + wide


def old_workbook():
    """The container of an .xls file: an OLE2 header, its allocation table and a root directory without a stream."""
    free, end_of_chain, table_sector, no_stream = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end_of_chain, 0, end_of_chain, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    table = struct.pack("<II", table_sector, end_of_chain) + struct.pack("<I", free) * 126
    name = "Root Entry\0".encode("utf-16-le")
    root = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), 5, 1) + struct.pack("<I", no_stream) * 3
    root += bytes(16 + 4 + 8 + 8) + struct.pack("<IQ", end_of_chain, 0)
    unused = bytes(68) + struct.pack("<I", no_stream) * 3 + bytes(48)
    return header + table + root + unused * 3


KINDS = {"scan": scan, "lock": lock, "old-workbook": old_workbook}
