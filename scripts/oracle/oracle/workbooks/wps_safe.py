"""Looks for what WPS or an older Excel cannot show in workbooks that we write.

Usage: scripts/oracle/run wps-safe [--prove] WORKBOOK.xlsx…

No macros, external links, dynamic arrays, cell images or extensions but the bars of conditional formats; no function
that came after Excel 2007 (nothing under _xlfn, no LET, XLOOKUP or FILTER), none that is worked out anew at every
change; every formula holds its result.

--prove first plants each of these in a copy of the first workbook: it must be noticed.
Exit codes: 0 nothing found; 1 something was, one line each; 2 the proof fails or a workbook cannot be read.
"""

import pathlib
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from oracle import arguments
from oracle.workbooks.parts import copied

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Functions that Excel 2007 has; only those that our workbooks have any use for.
KNOWN = set(
    "ABS ADDRESS AND AVERAGE COLUMN COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE EXACT FIND HYPERLINK IF IFERROR INDEX INT"
    " ISBLANK ISNUMBER ISTEXT LARGE LEFT LEN MATCH MAX MID MIN MOD N NOT OR RANK RIGHT ROUND ROW ROWS SIGN SMALL SUBSTITUTE SUBTOTAL"
    " SUM SUMIF SUMIFS SUMPRODUCT TEXT TRIM TRUNC VALUE VLOOKUP".split()
)
# Worked out anew at every change: a file that is only looked at asks to be saved.
VOLATILE = {"NOW", "TODAY", "RAND", "RANDBETWEEN", "OFFSET", "INDIRECT", "CELL", "INFO"}
# Bars with a fixed scale, which WPS and Excel 2010 show; older programs show the plain bar.
EXTENSIONS = {"{78C0D931-6437-407d-A8EE-F0AAD7539E65}", "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"}
FORBIDDEN_PARTS = {
    "vbaProject": "macros", "externalLinks/": "links to other workbooks", "metadata.xml": "dynamic arrays",
    "cellimages": "cell images", "richData/": "rich values", "slicer": "slicers", "timeline": "timelines",
    "pivot": "pivot tables", "connections.xml": "data connections", "ctrlProps/": "form controls",
}


def functions(formula: str) -> list[str]:
    """Names before an opening bracket, texts and sheet names in quotes left out."""
    bare = re.sub(r'"[^"]*"|\'[^\']*\'', "", formula)
    return re.findall(r"([A-Za-z_][A-Za-z0-9_.]*)\s*\(", bare)


def about_formula(place: str, formula: str) -> Iterator[str]:
    """What in a formula others cannot work out."""
    if "[" in re.sub(r'"[^"]*"', "", formula):
        yield f"{place}: a reference to another workbook or a table: {formula[:60]}"
    for name in functions(formula):
        if "_xlfn" in name or "_xlws" in name or "_xludf" in name:
            yield f"{place}: {name} is newer than Excel 2007"
        elif name.upper() in VOLATILE:
            yield f"{place}: {name} is worked out anew at every change"
        elif name.upper() not in KNOWN:
            yield f"{place}: {name} is not among the functions that our workbooks use"
    if formula.strip() and re.search(r"#(REF|NAME|N/A|VALUE|DIV/0)", re.sub(r'"[^"]*"', "", formula)):
        yield f"{place}: an error in the formula: {formula[:60]}"


def about_sheet(name: str, root: ElementTree.Element) -> Iterator[str]:
    """What in the markup of a sheet others cannot show."""
    for cell in root.iter(f"{MAIN}c"):
        place = f"{name} {cell.get('r')}"
        if cell.get("cm") or cell.get("vm"):
            yield f"{place}: a dynamic array or a rich value"
        formula = cell.find(f"{MAIN}f")
        if formula is None:
            continue
        yield from about_formula(place, formula.text or "")
        if formula.get("t") == "array":
            yield f"{place}: an array formula"
        value = cell.find(f"{MAIN}v")
        if value is None or not value.text:
            yield f"{place}: the formula holds no result"
    for tag in ("formula", "formula1", "formula2"):
        for rule in root.iter(f"{MAIN}{tag}"):
            yield from about_formula(f"{name} <{tag}>", rule.text or "")
    for extension in root.iter(f"{MAIN}ext"):
        if extension.get("uri") not in EXTENSIONS:
            yield f"{name}: the extension {extension.get('uri')}"


def faults(path: pathlib.Path) -> Iterator[str]:
    """Everything in a workbook that others cannot show."""
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            for piece, what in FORBIDDEN_PARTS.items():
                if piece.lower() in part.lower():
                    yield f"{part}: {what}"
            if not re.fullmatch(r"xl/(worksheets/sheet\d+|workbook)\.xml", part):
                continue
            root = ElementTree.fromstring(archive.read(part))
            if part == "xl/workbook.xml":
                for name in root.iter(f"{MAIN}definedName"):
                    yield from about_formula(f"name {name.get('name')}", name.text or "")
            else:
                yield from about_sheet(pathlib.PurePath(part).stem, root)


PLANTED = {
    "newer than Excel 2007": (r"(<f>)[^<]*", r"\1_xlfn.XLOOKUP(A1,B1:B2,C1:C2)"),
    "not among the functions": (r"(<f>)[^<]*", r"\1CONCAT(A1,B1)"),
    "worked out anew": (r"(<f>)[^<]*", r"\1TODAY()"),
    "holds no result": (r"(</f>)<v>[^<]*</v>", r"\1"),
    "another workbook": (r"(<f>)[^<]*", r"\1[1]Sheet1!A1"),
    "a dynamic array": (r"<c (r=\"[A-Z]+\d+\")", r'<c cm="1" \1'),
    "an array formula": (r"<f>", r'<f t="array" ref="A1">'),
    "the extension": (r"</worksheet>", '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"/></extLst></worksheet>'),
}


def planted(path: pathlib.Path, pattern: str, replacement: str, target: pathlib.Path) -> bool:
    """Copies the workbook with the first match in any of its sheets replaced; whether there was one."""
    with zipfile.ZipFile(path) as source:
        for part in source.namelist():
            if not re.fullmatch(r"xl/worksheets/sheet\d+\.xml", part):
                continue
            changed, count = re.subn(pattern, replacement, source.read(part).decode(), count=1)
            if count:
                copied(source, target, part, changed)
                return True
    return False


def prove(path: pathlib.Path, folder: str) -> bool:
    target = pathlib.Path(folder) / "planted.xlsx"
    for wanted, (pattern, replacement) in PLANTED.items():
        if not planted(path, pattern, replacement, target) or not any(wanted in fault for fault in faults(target)):
            print(f"wps-safe: a planted fault was not noticed: {wanted}", file=sys.stderr)
            return False
    print(f"proved: {len(PLANTED)} planted faults were noticed")
    return True


def main(given: list[str]) -> int:
    proves, paths = arguments.workbooks(__doc__, given)
    try:
        if proves:
            with tempfile.TemporaryDirectory() as folder:
                if not prove(paths[0], folder):
                    return 2
        found = [(path, fault) for path in paths for fault in faults(path)]
    except (OSError, zipfile.BadZipFile, ElementTree.ParseError) as error:
        print(f"wps-safe: {error}", file=sys.stderr)
        return 2
    for path, fault in found:
        print(f"{path.name}: {fault}")
    print(f"wps-safe: {len(paths)} workbooks, {len(found)} faults")
    return 1 if found else 0
