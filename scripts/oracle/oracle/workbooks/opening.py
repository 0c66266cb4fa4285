"""Opens workbooks through openpyxl, without its remarks about what it does not keep."""

import pathlib
import warnings
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook


def opened(path: pathlib.Path | str, *, values: bool = False) -> Workbook:
    """The workbook with its formulas, or with their stored results for `values`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, data_only=values)


def properties(book: Workbook) -> Any:
    """The workbook's own document properties, which the types of openpyxl do not name."""
    return getattr(book, "custom_doc_props")
