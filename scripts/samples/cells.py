#!/usr/bin/env python3
"""Compares workbooks cell by cell: values, kinds, formulas, saved results, formats, merges, names and hiding of sheets.

Usage: scripts/samples/cells.py LEFT RIGHT    two workbooks, or two folders of them

Other files are compared byte for byte. Each difference is one line. Exit codes: 0 equal; 1 different; 2 nothing there.
"""

import pathlib
import sys
import warnings

import openpyxl

warnings.filterwarnings("ignore", module="openpyxl")


def content(path):
    """Everything that is compared, by where it stands."""
    found = {}
    formulas, results = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    for order, sheet in enumerate(formulas):
        place = f"{sheet.title}!"
        found[place] = (order, sheet.sheet_state, sorted(str(area) for area in sheet.merged_cells.ranges))
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    result = results[sheet.title][cell.coordinate].value
                    found[place + cell.coordinate] = (cell.data_type, cell.value, result, cell.number_format)
    for property in formulas.custom_doc_props.props:
        found[f"property {property.name}"] = (property.value,)
    return found


def differences(left, right):
    """Lines about cells that differ; empty if the workbooks hold the same."""
    one, other = content(left), content(right)
    return [
        f"{place}: {one.get(place)} / {other.get(place)}"
        for place in sorted(one.keys() | other.keys()) if one.get(place) != other.get(place)
    ]


def folder_differences(left, right):
    names = [{path.relative_to(side) for path in side.rglob("*") if path.is_file()} for side in (left, right)]
    lines = [f"{name}: only in {left if name in names[0] else right}" for name in sorted(names[0] ^ names[1])]
    for name in sorted(names[0] & names[1]):
        if name.suffix == ".xlsx" and not name.name.startswith("~$"):
            lines += [f"{name}: {line}" for line in differences(left / name, right / name)]
        elif (left / name).read_bytes() != (right / name).read_bytes():
            lines.append(f"{name}: other bytes")
    return lines


def main():
    if len(sys.argv) != 3 or sys.argv[1] in ("-h", "--help"):
        print(__doc__)
        return 2
    left, right = map(pathlib.Path, sys.argv[1:])
    if not left.exists() or not right.exists():
        print(f"cells.py: there is no {right if left.exists() else left}", file=sys.stderr)
        return 2
    lines = folder_differences(left, right) if left.is_dir() else differences(left, right)
    print("\n".join(lines), end="\n" if lines else "")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
