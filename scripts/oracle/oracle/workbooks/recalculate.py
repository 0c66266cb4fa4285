"""Lets LibreOffice work out every formula anew and compares with the results that are stored in the workbooks.

Usage: scripts/oracle/run recalculate [--prove] WORKBOOK.xlsx…

--prove first shows that the harness sees anything at all: a copy of the first workbook with one wrong stored result,
a number's and a text's, must come back with the right one, and the comparison must name just that cell.
Exit codes: 0 every formula's result is as stored; 1 one is not, one line each; 2 LibreOffice cannot convert, or the
proof fails.
"""

import math
import pathlib
import sys
import tempfile
from collections.abc import Iterator

from oracle import arguments
from oracle.changes.corrupt import spoil
from oracle.workbooks.office import OfficeError, worked_out_anew
from oracle.workbooks.opening import opened


def same(stored: object, found: object) -> bool:
    if stored in (None, "") and found in (None, ""):
        return True
    if any(isinstance(value, bool) for value in (stored, found)):
        return stored is found
    if isinstance(stored, (int, float)) and isinstance(found, (int, float)):
        return math.isclose(stored, found, rel_tol=1e-9, abs_tol=1e-9)
    return stored == found


def formula_cells(path: pathlib.Path) -> Iterator[tuple[str, str]]:
    """Sheet and cell of every formula."""
    for sheet in opened(path):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate


def compare(path: pathlib.Path) -> tuple[int, list[str]]:
    """How many formulas there are, and what differs."""
    anew, stored = worked_out_anew(path), opened(path, values=True)
    count = 0
    differences: list[str] = []
    for title, where in formula_cells(path):
        count += 1
        before, after = stored[title][where].value, anew[title][where].value
        if before is None:
            differences.append(f"{title}!{where}: no result is stored; LibreOffice finds {after!r}")
        elif not same(before, after):
            differences.append(f"{title}!{where}: {before!r} is stored, LibreOffice finds {after!r}")
    return count, differences


def prove(path: pathlib.Path) -> bool:
    """Spoils one stored number and one stored text of formulas and sees each come back right."""
    stored = opened(path, values=True)
    done: set[str] = set()
    for title, where in formula_cells(path):
        value = stored[title][where].value
        kind = "text" if isinstance(value, str) else "number"
        if kind in done or value in (None, ""):
            continue
        done.add(kind)
        with tempfile.TemporaryDirectory() as folder:
            spoiled = pathlib.Path(folder, "spoiled.xlsx")
            spoil(path, title, where, spoiled)
            count, differences = compare(spoiled)
        if not (len(differences) == 1 and differences[0].startswith(f"{title}!{where}:")
                and differences[0].endswith(f"LibreOffice finds {value!r}")):
            print(f"recalculate: the wrong {kind} in {title}!{where} did not come back right: {differences}", file=sys.stderr)
            return False
        print(f"proved: a wrong {kind} in {title}!{where} came back as {value!r}, among {count} formulas")
        if len(done) == 2:
            return True
    return bool(done)


def main(given: list[str]) -> int:
    wants_proof, paths = arguments.workbooks(__doc__, given)
    found = 0
    try:
        if wants_proof and not prove(paths[0]):
            return 2
        for path in paths:
            count, differences = compare(path)
            for difference in differences:
                print(f"{path.name}: {difference}")
            print(f"{path.name}: {count} formulas worked out anew, {len(differences)} differences")
            found += len(differences) + (count == 0)
    except (OfficeError, OSError, LookupError) as error:
        print(f"recalculate: {error}", file=sys.stderr)
        return 2
    return 1 if found else 0
