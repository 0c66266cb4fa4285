"""Fills a form with openpyxl: opens it, takes the steps one by one, saves it as a new file."""

import datetime
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook

from oracle.filling.steps import Job, Step
from oracle.workbooks.opening import opened, properties


def run(job: Job) -> None:
    """Takes all steps of a job."""
    book = opened(job["template"])
    for step in job["steps"]:
        take(book, step)
    book.save(job["output"])


def take(book: Workbook, step: Step) -> None:
    """Takes one step."""
    do, sheet = step["do"], step["sheet"]
    match do:
        case "text":
            book[sheet][step["cell"]].value = step["value"]
        case "number":
            book[sheet][step["cell"]].value = plain(Decimal(step["value"]))
        case "day":
            put_day(book[sheet][step["cell"]], datetime.date.fromisoformat(step["value"]))
        case "blank":
            book[sheet][step["cell"]].value = None
        case "merge":
            book[sheet].merge_cells(step["range"])
        case "rename":
            book[sheet].title = step["value"]
        case "add-sheet":
            added = book.create_sheet(sheet)
            for row in step["rows"]:
                added.append(row)
        case "drop-stamp":
            del book[sheet]
            properties(book).props.clear()
        case _:
            # openpyxl moves values, but neither formulas nor formats with them; a spreadsheet program does it right.
            raise ValueError(f"{do} is LibreOffice's work")


def put_day(cell: Cell, day: datetime.date) -> None:
    """Keeps the cell's own format, which is one for days in every cell that takes a day."""
    own = cell.number_format
    cell.value = day
    cell.number_format = own if own != "General" else "yyyy-mm-dd"


def plain(value: Decimal) -> int | float:
    """The number as a person types it: 12.30 is 12.3, and 5 is no 5.0."""
    return int(value) if value == value.to_integral_value() else float(value)
