"""Files that no inbox can use, to be put between good ones: none of them may come to be a unit's form."""

import dataclasses
import io
import os
import pathlib
import random
import re
import zipfile
from collections.abc import Callable

from oracle.hostile import packing
from oracle.hostile.packing import Entry, bomb, entry, packed, whole
from oracle.hostile.xml_kinds import FORM, MAIN, STAMP, part_of

Writer = Callable[["Desk", pathlib.Path], None]
# The ending of a file's name, and who writes it.
KINDS: dict[str, tuple[str, Writer]] = {}


@dataclasses.dataclass
class Desk:
    """The form of a unit that a hostile file pretends to be, forms that belong elsewhere, and a place outside the inbox."""

    form: bytes
    later: bytes
    foreign: bytes
    outside: pathlib.Path
    lot: random.Random

    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.form)) as archive:
            return packing.parts_of(archive)


def kind(name: str, ending: str = ".xlsx") -> Callable[[Writer], Writer]:
    def noted(writer: Writer) -> Writer:
        KINDS[name] = (ending, writer)
        return writer

    return noted


def content(name: str, ending: str = ".xlsx") -> Callable[[Callable[[Desk], bytes]], Callable[[Desk], bytes]]:
    """A kind that is all in its bytes."""
    def noted(maker: Callable[[Desk], bytes]) -> Callable[[Desk], bytes]:
        def write(desk: Desk, path: pathlib.Path) -> None:
            path.write_bytes(maker(desk))

        kind(name, ending)(write)
        return maker

    return noted


@content("cut off")
def cut_off(desk: Desk) -> bytes:
    return desk.form[:desk.lot.randint(1, len(desk.form) - 2000)]


@content("nothing")
def nothing(desk: Desk) -> bytes:
    return b""


@content("noise")
def noise(desk: Desk) -> bytes:
    return b"PK\x03\x04" + desk.lot.randbytes(5000)


@content("an encrypted workbook")
def ole(desk: Desk) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)


@content("checksums lie")
def checksums(desk: Desk) -> bytes:
    members = whole(desk.parts())
    for one in members:
        one.crc ^= 1
    return packed(members)


@content("said to be encrypted")
def encrypted(desk: Desk) -> bytes:
    members = whole(desk.parts())
    for one in members:
        one.flags |= packing.ENCRYPTED
    return packed(members)


@content("another unit in the stamp")
def stamp(desk: Desk) -> bytes:
    """Every value of the stamp's column B is another one: what it says of itself does not hold together."""
    parts = desk.parts()
    name = part_of(parts, STAMP)
    parts[name] = re.sub(rb'<c r="B(\d+)"[^>]*?(?:/>|>.*?</c>)', rb'<c r="B\1" t="inlineStr"><is><t>u\1</t></is></c>', parts[name], flags=re.S)
    return packed(whole(parts))


@content("the head of the form's columns gone")
def no_heads(desk: Desk) -> bytes:
    parts = desk.parts()
    name = part_of(parts, FORM)
    parts[name] = re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData/>", parts[name], flags=re.S)
    return packed(whole(parts))


@content("every record of the form twice")
def twice(desk: Desk) -> bytes:
    members = whole(desk.parts())
    others = [entry(one.name, b"<worksheet/>") for one in members]
    return packed(others + members + others)


@content("a bomb")
def sheet_bomb(desk: Desk) -> bytes:
    parts = desk.parts()
    name = part_of(parts, FORM)
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    made = bomb(name, head, b"<row><c><v>1</v></c></row>" * 40_000, 140, b"</sheetData></worksheet>")
    return packed([one for one in whole(parts) if one.name != name.encode()] + [made])


@content("deep nesting")
def deep(desk: Desk) -> bytes:
    parts = desk.parts()
    parts[part_of(parts, FORM)] = f"<worksheet {MAIN}>".encode() + b"<x>" * 300_000
    return packed(whole(parts))


@content("entities")
def entities(desk: Desk) -> bytes:
    parts = desk.parts()
    parts["xl/workbook.xml"] = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><workbook>&e;</workbook>'
    return packed(whole(parts))


@content("another month's form")
def later(desk: Desk) -> bytes:
    return desk.later


@content("another plan's form")
def foreign(desk: Desk) -> bytes:
    return desk.foreign


@content("members of one name", ".zip")
def collisions(desk: Desk) -> bytes:
    broken = desk.form[:3000]
    return packed([entry(name, broken, packing.STORED) for name in ("表.xlsx", "表.xlsx", "../../表.xlsx", "表.XLSX", "a/../表.xlsx")])


@content("names in GBK within", ".zip")
def gbk_members(desk: Desk) -> bytes:
    return packed([Entry(f"{unit}填报表.xlsx".encode("gbk"), b"x", packing.STORED, flags=0, size=1) for unit in ("第001县", "第002县")])


@content("an archive of bombs", ".zip")
def archive_bomb(desk: Desk) -> bytes:
    return packed([bomb(f"{one}.xlsx", b"PK", bytes(1 << 20), 70, b"") for one in range(2)])


@kind("a file beyond the limit")
def large(desk: Desk, path: pathlib.Path) -> None:
    path.touch()
    os.truncate(path, 70 << 20)


@kind("a pipe")
def pipe(desk: Desk, path: pathlib.Path) -> None:
    os.mkfifo(path)


@kind("a link out of the inbox")
def link(desk: Desk, path: pathlib.Path) -> None:
    target = desk.outside / f"{path.name}.target.xlsx"
    target.write_bytes(desk.form)
    path.symlink_to(target)


@kind("a link to nothing")
def dangling(desk: Desk, path: pathlib.Path) -> None:
    path.symlink_to(desk.outside / "none.xlsx")


@kind("a link to itself")
def looping(desk: Desk, path: pathlib.Path) -> None:
    path.symlink_to(path.name)


@kind("a name in GBK")
def gbk_name(desk: Desk, path: pathlib.Path) -> None:
    name = re.sub(rb".xlsx$", "填报表.xlsx".encode("gbk"), os.fsencode(path.name))
    with open(os.path.join(os.fsencode(path.parent), name), "wb") as file:
        file.write(desk.form[:2000])


def written(desk: Desk, inbox: pathlib.Path, good: str, number: int) -> tuple[str, str]:
    """Writes one beside the good form of this name; the mark in its name, and its kind."""
    names = list(KINDS)
    name = names[number % len(names)]
    ending, writer = KINDS[name]
    mark = f"坏{number:05}"
    writer(desk, inbox / f"{good.removesuffix('.xlsx')} {mark}{ending}")
    return mark, name
