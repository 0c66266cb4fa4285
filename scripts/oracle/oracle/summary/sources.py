"""What a summary says counts, line by line of its sheet 数据来源, which may be long: it is read once, from its top."""

import datetime
import pathlib
from collections.abc import Iterator
from decimal import Decimal

import openpyxl


def sources(summary: pathlib.Path) -> Iterator[dict[str, object]]:
    """The lines of 数据来源 that are of an indicator, each by header word."""
    sheet = openpyxl.load_workbook(summary, read_only=True, data_only=True)["数据来源"]
    columns: dict[str, int] = {}
    for row in sheet.iter_rows(values_only=True):
        if not columns:
            if "指标编码" in row:
                columns = {str(word): index for index, word in enumerate(row)}
        elif row[columns["指标编码"]]:
            yield {word: row[index] for word, index in columns.items()}


def reported(summary: pathlib.Path) -> dict[tuple[str, str], object]:
    """What a summary says counts, by unit's name and code: numbers as Decimals, days as dates, words as they are."""
    return {(str(line["报送单位"]), str(line["指标编码"])): known_value(line["数值"]) for line in sources(summary)}


def known_value(value: object) -> object:
    """A cell's number as a Decimal, its day as a date; anything else as it is."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Decimal(repr(value))
    return value
