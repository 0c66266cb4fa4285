"""Damage to the container of a workbook: its records, its names, what is packed into it."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

from oracle.hostile import packing
from oracle.hostile.kinds import Damaged, Supplies, cut, flipped, kind
from oracle.hostile.packing import MOST32, End, Entry, bomb, entry, packed, whole

ZipMaker = Callable[[list[Entry], random.Random], bytes]
BIG = "xl/sharedStrings.xml"
MEGABYTE = 1 << 20


def entries_of(form: bytes) -> list[Entry]:
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        return whole(packing.parts_of(archive))


def container(name: str) -> Callable[[ZipMaker], ZipMaker]:
    """A kind of damage to the members of a form; workbooks of plans suffer it as well."""
    def noted(maker: ZipMaker) -> ZipMaker:
        def of_form(supplies: Supplies, lot: random.Random) -> Damaged:
            return Damaged(maker(entries_of(lot.choice(supplies.forms)), lot), ".xlsx")

        kind("form", f"zip: {name}")(of_form)
        return maker

    return noted


@kind("form", "bytes: cut off")
def form_cut(supplies: Supplies, lot: random.Random) -> Damaged:
    return Damaged(cut(lot.choice(supplies.forms), lot), ".xlsx")


@kind("form", "bytes: flipped")
def form_flipped(supplies: Supplies, lot: random.Random) -> Damaged:
    return Damaged(flipped(lot.choice(supplies.forms), lot), ".xlsx")


@kind("form", "bytes: flipped in the directory")
def directory_flipped(supplies: Supplies, lot: random.Random) -> Damaged:
    form = lot.choice(supplies.forms)
    start = form.rfind(struct.pack("<I", packing.CENTRAL), 0, len(form) - 1000)
    return Damaged(form[:start] + flipped(form[start:], lot, 12), ".xlsx")


@kind("form", "bytes: none")
def form_empty(supplies: Supplies, lot: random.Random) -> Damaged:
    return Damaged(b"", ".xlsx")


@kind("form", "bytes: noise")
def form_noise(supplies: Supplies, lot: random.Random) -> Damaged:
    return Damaged(lot.choice([b"", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
                   + lot.randbytes(lot.randint(1, 60_000)), ".xlsx")


@container("sizes lie")
def sizes(entries: list[Entry], lot: random.Random) -> bytes:
    for one in lot.sample(entries, min(4, len(entries))):
        one.size = lot.choice([0, 1, one.size - 1, one.size + 1, MOST32, MOST32 - 1, 1 << 31])
        one.packed = lot.choice([one.packed, 0, one.packed + 1, MOST32])
    return packed(entries)


@container("the two records differ")
def records_differ(entries: list[Entry], lot: random.Random) -> bytes:
    for one in entries:
        one.local_name = lot.choice([None, b"", one.name + b"x", b"../" + one.name, one.name.upper()])
        one.local_size = lot.choice([None, 0, one.size + 9])
    return packed(entries)


@container("checksums lie")
def checksums(entries: list[Entry], lot: random.Random) -> bytes:
    for one in lot.sample(entries, min(6, len(entries))):
        one.crc ^= lot.randint(1, MOST32)
    return packed(entries)


@container("counts lie")
def counts(entries: list[Entry], lot: random.Random) -> bytes:
    return packed(entries, End(count=lot.choice([0, 1, len(entries) - 1, len(entries) + 1, 0xFFFF])))


@container("offsets lie")
def offsets(entries: list[Entry], lot: random.Random) -> bytes:
    for one in lot.sample(entries, min(3, len(entries))):
        one.shift = lot.choice([-1, 1, 30, 10_000_000, MOST32])
    return packed(entries)


@container("the directory is elsewhere")
def directory(entries: list[Entry], lot: random.Random) -> bytes:
    return packed(entries, End(offset=lot.choice([0, 4, MOST32, 1 << 30]), size=lot.choice([None, 0, MOST32])))


@container("large records lie")
def large_records(entries: list[Entry], lot: random.Random) -> bytes:
    told = lot.choice([(1 << 62, 0), (len(entries), 1 << 63), (MOST32, MOST32), (0, 0)])
    for one in entries[:3]:
        one.extra = struct.pack("<HHQQQ", 1, 24, lot.choice([1 << 62, one.size]), 1 << 62, lot.choice([0, 1 << 63]))
        one.size = one.packed = MOST32
    return packed(entries, End(count=0xFFFF, offset=MOST32, large=told))


@container("members overlap")
def overlap(entries: list[Entry], lot: random.Random) -> bytes:
    end = sum(len(one.payload) + 30 + len(one.name) for one in entries[:-1])
    entries[-1].shift = -end
    return packed(entries)


@container("a member twice")
def twice(entries: list[Entry], lot: random.Random) -> bytes:
    chosen = lot.choice(entries)
    other = entry(chosen.name, lot.choice([b"", b"<x/>", lot.randbytes(500)]))
    entries.insert(lot.randrange(len(entries) + 1), other)
    return packed(entries)


@container("names in other letters")
def letters(entries: list[Entry], lot: random.Random) -> bytes:
    for one in list(entries):
        entries.append(Entry(one.name.upper(), one.payload, one.method, crc=one.crc, size=one.size))
    return packed(entries)


@container("names that lead out")
def lead_out(entries: list[Entry], lot: random.Random) -> bytes:
    names = [b"../../../../escaped.xml", b"/escaped.xml", b"..\\..\\escaped.xml", b"C:\\escaped.xml", b"xl/../../escaped.xml"]
    return packed(entries + [entry(name, b"<x/>") for name in names])


@container("names that no folder knows")
def strange_names(entries: list[Entry], lot: random.Random) -> bytes:
    names = [b"", b"a\0b.xml", b"/" * 3000, "填报".encode("gbk"), b"\xff\xfe\xfd", b"\n\r\t", b"n" * 0xFFFF]
    chosen = [entry(name, b"x") for name in lot.sample(names, 4)]
    lot.shuffle(chosen)
    return packed(entries[:2] + chosen + entries[2:])


@container("all names with backslashes")
def backslashes(entries: list[Entry], lot: random.Random) -> bytes:
    for one in entries:
        one.name = one.name.replace(b"/", b"\\")
    return packed(entries)


@container("said to be encrypted")
def encrypted(entries: list[Entry], lot: random.Random) -> bytes:
    for one in lot.sample(entries, lot.randint(1, len(entries))):
        one.flags |= packing.ENCRYPTED | lot.choice([0, 0x40, 0x2000])
    return packed(entries)


@container("unknown methods")
def methods(entries: list[Entry], lot: random.Random) -> bytes:
    for one in lot.sample(entries, lot.randint(1, len(entries))):
        one.method = lot.choice([1, 6, 9, 12, 14, 93, 95, 98, 99, 0xFFFF])
    return packed(entries)


@container("stored though deflated")
def wrong_method(entries: list[Entry], lot: random.Random) -> bytes:
    for one in lot.sample(entries, 3):
        one.method = packing.STORED
    return packed(entries)


@container("descriptors behind the members")
def descriptors(entries: list[Entry], lot: random.Random) -> bytes:
    for one in entries:
        one.described = True
        one.local_size = lot.choice([None, 0, MOST32])
    return packed(entries)


@container("extra fields break off")
def extra_fields(entries: list[Entry], lot: random.Random) -> bytes:
    for one in entries:
        one.extra = lot.choice([b"\x01", b"\x01\x00\xff\xff", b"\x75\x70\x05\x00\x01abcd", lot.randbytes(300)])
        one.local_extra = lot.choice([b"", b"\x01\x00\xff", lot.randbytes(40)])
    return packed(entries)


@container("something before and behind")
def surrounded(entries: list[Entry], lot: random.Random) -> bytes:
    comment = lot.choice([b"PK\x05\x06" + bytes(18), lot.randbytes(60_000), b"x" * 0xFFFF])
    end = End(comment=comment, comment_length=lot.choice([None, 0, 0xFFFF]))
    return packed(entries, end, lot.choice([b"MZ" + lot.randbytes(500), b"\xef\xbb\xbf", b""]))


@container("60,000 members")
def many_members(entries: list[Entry], lot: random.Random) -> bytes:
    return packed(entries + [Entry(b"m%d" % number, b"", packing.STORED) for number in range(60_000)])


@container("a workbook within the workbook")
def nested(entries: list[Entry], lot: random.Random) -> bytes:
    inner = packed(entries)
    for _ in range(12):
        inner = packed([entry("xl/workbook.xml", lot.choice([b"<workbook/>", inner[:2000]])), entry("inner.xlsx", inner, packing.STORED)])
    return inner


@container("bomb of zeros")
def zeros(entries: list[Entry], lot: random.Random) -> bytes:
    name = lot.choice(entries).name
    kept = [one for one in entries if one.name != name]
    return packed(kept + [bomb(name.decode(), b"", bytes(MEGABYTE), lot.choice([100, 300]), b"")])


@container("bomb that says it is small")
def small_bomb(entries: list[Entry], lot: random.Random) -> bytes:
    made = bomb(BIG, b"<sst>", b" " * MEGABYTE, 300, b"</sst>")
    made.size = made.local_size = 1000
    return packed([one for one in entries if one.name != BIG.encode()] + [made])


@container("bomb of texts")
def texts(entries: list[Entry], lot: random.Random) -> bytes:
    head = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    piece = b"<si><t>" + "报".encode() * 9 + b"</t></si>"
    made = bomb(BIG, head, piece * 10_000, lot.choice([60, 200]), b"</sst>")
    return packed([one for one in entries if one.name != BIG.encode()] + [made])


@container("bomb of cells")
def cells(entries: list[Entry], lot: random.Random) -> bytes:
    sheet = next(one for one in entries if one.name.startswith(b"xl/worksheets/sheet2"))
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    piece = lot.choice([b"<row><c><v>1</v></c></row>", b"<row><c t='inlineStr'><is><t>1</t></is></c></row>", b"<row/>"])
    made = bomb(sheet.name.decode(), head, piece * 10_000, lot.choice([100, 400]), b"</sheetData></worksheet>")
    return packed([one for one in entries if one is not sheet] + [made])


@container("a part left out")
def left_out(entries: list[Entry], lot: random.Random) -> bytes:
    return packed(lot.sample(entries, len(entries) - lot.randint(1, 3)))
