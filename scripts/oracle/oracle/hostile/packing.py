"""A zip archive whose records may lie: every field can be another than the one that is true."""

import dataclasses
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator

LOCAL, CENTRAL, END = 0x04034B50, 0x02014B50, 0x06054B50
END64, LOCATOR64, DESCRIPTOR = 0x06064B50, 0x07064B50, 0x08074B50
STORED, DEFLATED = 0, 8
UTF8, ENCRYPTED, DESCRIBED = 0x800, 0x1, 0x8
MOST32 = 0xFFFFFFFF


@dataclasses.dataclass
class Entry:
    """One member. `payload` is what stands in the file; the other fields are what its two records say of it."""

    name: bytes
    payload: bytes
    method: int = DEFLATED
    flags: int = UTF8
    crc: int = 0
    size: int = 0
    packed: int = -1
    # What the local record says instead, where it says something else.
    local_name: bytes | None = None
    local_size: int | None = None
    local_extra: bytes = b""
    extra: bytes = b""
    # How far the central record's offset is from the true one.
    shift: int = 0
    described: bool = False

    def __post_init__(self) -> None:
        if self.packed < 0:
            self.packed = len(self.payload)


def entry(name: str | bytes, content: bytes, method: int = DEFLATED) -> Entry:
    """A member that tells the truth."""
    named = name if isinstance(name, bytes) else name.encode("utf-8", "surrogatepass")
    payload = content if method == STORED else deflated([content])
    return Entry(named, payload, method, crc=zlib.crc32(content), size=len(content))


def deflated(pieces: Iterable[bytes]) -> bytes:
    """The pieces behind one another, as a member's payload; they are never in memory together."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return b"".join([packer.compress(piece) for piece in pieces] + [packer.flush()])


def bomb(name: str, head: bytes, piece: bytes, times: int, tail: bytes) -> Entry:
    """A member of much the same: small where it lies, large where it is unpacked. What it says of itself is true."""
    def pieces() -> Iterator[bytes]:
        yield head
        for _ in range(times):
            yield piece
        yield tail

    crc = size = 0
    for one in pieces():
        crc, size = zlib.crc32(one, crc), size + len(one)
    return Entry(name.encode(), deflated(pieces()), crc=crc, size=size)


@dataclasses.dataclass
class End:
    """What the end of the archive says instead of the truth."""

    count: int | None = None
    size: int | None = None
    offset: int | None = None
    comment: bytes = b""
    comment_length: int | None = None
    # The records of large archives: how many members and at which offset they say that the directory begins.
    large: tuple[int, int] | None = None


def _local(one: Entry) -> bytes:
    name = one.name if one.local_name is None else one.local_name
    size = one.size if one.local_size is None else one.local_size
    known = (0, 0, 0) if one.described else (one.crc, one.packed & MOST32, size & MOST32)
    flags = one.flags | (DESCRIBED if one.described else 0)
    head = struct.pack("<IHHHHHIIIHH", LOCAL, 20, flags, one.method, 0, 0x5821, *known, len(name), len(one.local_extra))
    tail = struct.pack("<IIII", DESCRIPTOR, one.crc, one.packed & MOST32, size & MOST32) if one.described else b""
    return head + name + one.local_extra + one.payload + tail


def _central(one: Entry, offset: int) -> bytes:
    flags = one.flags | (DESCRIBED if one.described else 0)
    return struct.pack(
        "<IHHHHHHIIIHHHHHII", CENTRAL, 20, 20, flags, one.method, 0, 0x5821, one.crc, one.packed & MOST32,
        one.size & MOST32, len(one.name), len(one.extra), 0, 0, 0, 0, (offset + one.shift) & MOST32,
    ) + one.name + one.extra


def packed(entries: list[Entry], end: End | None = None, before: bytes = b"") -> bytes:
    """The archive; `before` is put in front of it, and no offset knows of that."""
    end = end or End()
    body, central = bytearray(), bytearray()
    for one in entries:
        central += _central(one, len(body))
        body += _local(one)
    start, large = len(body), b""
    if end.large:
        count, offset = end.large
        large = struct.pack(
            "<IQHHIIQQQQ", END64, 44, 45, 45, 0, 0, count, count, len(central), offset)
        large += struct.pack("<IIQI", LOCATOR64, 0, start + len(central), 1)
    count = len(entries) if end.count is None else end.count
    length = len(end.comment) if end.comment_length is None else end.comment_length
    tail = struct.pack(
        "<IHHHHIIH", END, 0, 0, count & 0xFFFF, count & 0xFFFF, (len(central) if end.size is None else end.size) & MOST32,
        (start if end.offset is None else end.offset) & MOST32, length)
    return before + bytes(body + central) + large + tail + end.comment


def parts_of(archive: zipfile.ZipFile) -> dict[str, bytes]:
    return {item.filename: archive.read(item) for item in archive.infolist()}


def whole(parts: dict[str, bytes]) -> list[Entry]:
    """All parts as members that tell the truth."""
    return [entry(name, content) for name, content in parts.items()]
