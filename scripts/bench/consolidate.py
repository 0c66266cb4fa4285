"""Adds up filled forms as an office's own script does: reads each, sums per code, writes a plain table.

Usage: consolidate.py INBOX TABLE.xlsx
Prints the number of files and the sum of all figures.
"""

import pathlib
import sys

import python_calamine
import xlsxwriter

SHEET = "填报表"
# 编码, 指标, 累计完成
CODE, NAME, CUMULATIVE = 0, 3, 9


def rows(path):
    sheet = python_calamine.load_workbook(path).get_sheet_by_name(SHEET)
    for row in sheet.to_python(skip_empty_area=False):
        # A code, below the head.
        if len(row) > CUMULATIVE and isinstance(row[CUMULATIVE], float) and "-" in str(row[CODE]):
            yield row[CODE], row[NAME], row[CUMULATIVE]


def main():
    inbox, table = sys.argv[1:]
    names, sums, units = {}, {}, {}
    paths = sorted(pathlib.Path(inbox).glob("*.xlsx"))
    for path in paths:
        own = units.setdefault(path.stem, {})
        for code, name, value in rows(str(path)):
            names[code] = name
            sums[code] = sums.get(code, 0) + value
            own[code] = value
    workbook = xlsxwriter.Workbook(table, {"constant_memory": False})
    sheet = workbook.add_worksheet("汇总")
    head = workbook.add_format({"bold": True, "border": 1})
    number = workbook.add_format({"num_format": "#,##0", "border": 1})
    for column, text in enumerate(["编码", "指标", "合计", *units]):
        sheet.write_string(0, column, text, head)
    for row, (code, name) in enumerate(names.items(), start=1):
        sheet.write_string(row, 0, code)
        sheet.write_string(row, 1, name)
        sheet.write_number(row, 2, sums[code], number)
        for column, own in enumerate(units.values(), start=3):
            if code in own:
                sheet.write_number(row, column, own[code], number)
    workbook.close()
    print(len(paths), sum(sums.values()))


main()
