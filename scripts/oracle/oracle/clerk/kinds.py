"""All kinds of edits: importing the modules that define them registers them."""

from oracle.clerk import columns, figures, rows, sheets, units  # noqa: F401
from oracle.clerk.cells import CELL_KINDS, write_cell
from oracle.clerk.desk import LOOSE, STRICT

__all__ = ["CELL_KINDS", "LOOSE", "STRICT", "write_cell"]
