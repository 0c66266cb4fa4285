"""Adds 1 to one submitted figure of a sound file, where it lies, and says which.

Usage: scripts/oracle/run change-cell INBOX EXPECTED.json

EXPECTED.json is what recompute expects of the inbox: it names the units, their files and figures. The file is one
that counts alone; the figure is a whole number that is simply added up. Prints `code unit file cell old new`, separated
by tabs. Exit codes: 0 changed; 1 the inbox has no such figure.
"""

import json
import pathlib
import sys
import warnings
from fractions import Fraction

import openpyxl

from oracle.forms.reading import form_sheet, read_form


def candidates(expected):
    for indicator in expected["indicators"]:
        if indicator["entry"] != "cumulative" or indicator["aggregate"] != "sum" or not indicator["isListed"]:
            continue
        for unit, figure in indicator["units"].items():
            facts = expected["units"][unit]
            alone = [len(names) for names in facts["counting"]] == [1] and not facts["superseded"] and not facts["returned"]
            if alone and figure["state"] == "reported" and Fraction(figure["value"]).denominator == 1:
                yield indicator["code"], unit, facts["counting"][0][0], int(Fraction(figure["value"]))


def change(path, code, value):
    """Adds 1 to the figure of the code where the cell holds just this number; the cell's name, or None."""
    if code not in read_form(path, path.name).rows:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    title, header, columns = form_sheet(book)
    for row in range(header + 1, book[title].max_row + 1):
        cell = book[title].cell(row, columns["cumulative"])
        if str(book[title].cell(row, columns["code"]).value or "").strip() == code and cell.value == value:
            cell.value = value + 1
            book.save(path)
            return f"{title}!{cell.coordinate}"
    return None


def main():
    inbox = pathlib.Path(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        expected = json.load(file)
    for code, unit, name, value in candidates(expected):
        if where := change(inbox / name, code, value):
            print(code, unit, name, where, value, value + 1, sep="\t")
            return 0
    print("change_cell: no figure to change", file=sys.stderr)
    return 1
