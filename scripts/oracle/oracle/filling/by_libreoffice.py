"""Drives a headless LibreOffice through UNO: opens each form, takes the steps, saves it as Calc's XLSX.

Called by libreoffice.py with the file of jobs, under a Python that has `uno`; it imports nothing beside the standard
library and `uno`.
"""

import datetime
import json
import os
import subprocess
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException
from com.sun.star.sheet.CellDeleteMode import LEFT
from com.sun.star.sheet.CellInsertMode import RIGHT
from com.sun.star.table import CellAddress, CellRangeAddress

# What UNO gives: objects of LibreOffice, which say nothing of their types.
Office = Any
# Steps as steps.py has them.
Step = dict[str, Any]

XLSX = "Calc MS Excel 2007 XML"
NO_DAY = datetime.date(1899, 12, 30)


def prop(name: str, value: object) -> Office:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(profile: str) -> tuple["subprocess.Popen[bytes]", Office]:
    """A LibreOffice of our own, and its desktop."""
    pipe = f"huizong{os.getpid()}"
    process = subprocess.Popen(
        [
            "soffice", f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}", "--headless", "--invisible",
            "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            time.sleep(0.25)
    process.kill()
    raise SystemExit("soffice does not answer")


def run(desktop: Office, job: dict[str, Any]) -> None:
    url = uno.systemPathToFileUrl(job["template"])
    document = desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))
    for step in job["steps"]:
        take(document, step)
    document.storeToURL(uno.systemPathToFileUrl(job["output"]), (prop("FilterName", XLSX),))
    document.close(True)


def take(document: Office, step: Step) -> None:
    """Takes one step."""
    do, name, sheets = step["do"], step["sheet"], document.Sheets
    if do == "add-sheet":
        sheets.insertNewByName(name, sheets.Count)
        for index, row in enumerate(step["rows"]):
            for column, value in enumerate(row):
                sheets.getByName(name).getCellByPosition(column, index).setString(str(value))
        return
    sheet = sheets.getByName(name)
    match do:
        case "text":
            sheet.getCellRangeByName(step["cell"]).setString(step["value"])
        case "number":
            sheet.getCellRangeByName(step["cell"]).setValue(float(step["value"]))
        case "day":
            day = datetime.date.fromisoformat(step["value"])
            sheet.getCellRangeByName(step["cell"]).setValue((day - NO_DAY).days)
        case "formula":
            sheet.getCellRangeByName(step["cell"]).setFormula(step["value"])
        case "blank":
            sheet.getCellRangeByName(step["cell"]).setFormula("")
        case "merge":
            sheet.getCellRangeByName(step["range"]).merge(True)
        case "rename":
            sheet.setName(step["value"])
        case "insert-row":
            sheet.Rows.insertByIndex(int(step["row"]) - 1, 1)
        case "move-column":
            move_column(sheet, step["column"], step["before"])
        case _:
            raise SystemExit(f"unknown step {do}")


def move_column(sheet: Office, column: str, before: str) -> None:
    """What cutting a column and inserting it elsewhere does: formulas follow. Rows merged across stay as they are."""
    rows = table_rows(sheet)
    source = sheet.getCellRangeByName(f"{column}1").CellAddress.Column
    target = sheet.getCellRangeByName(f"{before}1").CellAddress.Column
    width = sheet.Columns.getByIndex(source).Width
    sheet.insertCells(address(sheet, target, rows), RIGHT)
    if source >= target:
        source += 1
    place = CellAddress(sheet.RangeAddress.Sheet, target, rows[0])
    sheet.moveRange(place, address(sheet, source, rows))
    sheet.removeRange(address(sheet, source, rows), LEFT)
    sheet.Columns.getByIndex(target).Width = width


def table_rows(sheet: Office) -> tuple[int, int]:
    """First and last row of the table: from the heading 编码 to the row above the foot's mark."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    codes = [sheet.getCellByPosition(0, row).String for row in range(cursor.RangeAddress.EndRow + 1)]
    first = codes.index("编码")
    return first, max(row for row, code in enumerate(codes) if code and not code.startswith("#"))


def address(sheet: Office, column: int, rows: tuple[int, int]) -> Office:
    return CellRangeAddress(sheet.RangeAddress.Sheet, column, rows[0], column, rows[1])


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        work = json.load(file)
    process, desktop = connect(work["profile"])
    try:
        for job in work["jobs"]:
            run(desktop, job)
    finally:
        try:
            desktop.terminate()
        except DisposedException:
            pass
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()


if __name__ == "__main__":
    main()
