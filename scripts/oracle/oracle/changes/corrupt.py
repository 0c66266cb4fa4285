"""Copies a workbook and spoils the stored value of one cell, and nothing else.

Usage: scripts/oracle/run corrupt IN.xlsx SHEET CELL OUT.xlsx
A number becomes another, a shared string the next one, a formula's text another text.
Exit codes: 0 done; 1 there is no such cell with a value.
"""

import re
import sys
import zipfile


def part_of(archive, title):
    """The part of a sheet: through the workbook's list and its relationships."""
    book = archive.read("xl/workbook.xml").decode("utf-8")
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8")
    for tag in re.findall(r"<sheet\b[^>]*>", book):
        if f'name="{title}"' in tag:
            key = re.search(r'\br:id="([^"]*)"', tag)[1]
            for relation in re.findall(r"<Relationship\b[^>]*>", relations):
                if f'Id="{key}"' in relation:
                    return "xl/" + re.search(r'Target="/?(?:xl/)?([^"]*)"', relation)[1]
    raise LookupError(f"no sheet {title}")


def other_text(text):
    """Another number in it, or a mark behind it."""
    changed = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), text, count=1)
    return changed if changed != text else text + "*"


def spoiled(markup, reference):
    found = re.search(rf'<c r="{reference}"([^>]*)>(.*?)<v>([^<]*)</v>', markup, re.DOTALL)
    if not found or "</c>" in found[2]:
        raise LookupError(f"no cell {reference} with a value")
    kind = re.search(r'\bt="(\w+)"', found[1])
    kind = kind[1] if kind else "n"
    old = found[3]
    new = {"s": lambda: str(int(old) + 1), "str": lambda: other_text(old)}.get(kind, lambda: repr(float(old) + 1))()
    return markup[: found.start(3)] + new + markup[found.end(3) :], old, new


def main():
    source, title, reference, target = sys.argv[1:]
    try:
        with zipfile.ZipFile(source) as archive:
            part = part_of(archive, title)
            markup, old, new = spoiled(archive.read(part).decode("utf-8"), reference)
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
                for entry in archive.namelist():
                    copy.writestr(entry, markup.encode("utf-8") if entry == part else archive.read(entry))
    except LookupError as error:
        print(f"corrupt: {error}", file=sys.stderr)
        return 1
    print(f"{title}!{reference}: {old} → {new}")
    return 0
