"""The parts of a workbook's archive: found by the sheet's name, and copied with one of them changed."""

import pathlib
import re
import zipfile


def part_of(archive: zipfile.ZipFile, title: str) -> str:
    """The part of a sheet: through the workbook's list and its relationships."""
    book = archive.read("xl/workbook.xml").decode("utf-8")
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8")
    for tag in re.findall(r"<sheet\b[^>]*>", book):
        key = re.search(r'\br:id="([^"]*)"', tag)
        if f'name="{title}"' not in tag or key is None:
            continue
        for relation in re.findall(r"<Relationship\b[^>]*>", relations):
            target = re.search(r'Target="/?(?:xl/)?([^"]*)"', relation)
            if f'Id="{key[1]}"' in relation and target:
                return "xl/" + target[1]
    raise LookupError(f"no sheet {title}")


def copied(archive: zipfile.ZipFile, target: pathlib.Path, part: str, markup: str) -> None:
    """A copy of the archive in which one part has other markup."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in archive.namelist():
            copy.writestr(entry, markup.encode("utf-8") if entry == part else archive.read(entry))
