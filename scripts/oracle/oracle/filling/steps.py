"""What a program is asked to do to a form: steps on cells, and jobs of several steps, as JSON has them."""

from typing import NotRequired, TypedDict


class Step(TypedDict):
    """One step on one sheet. What else it has depends on what it does: by_openpyxl.py and by_libreoffice.py take it."""

    do: str
    sheet: str
    cell: NotRequired[str]
    value: NotRequired[str]
    range: NotRequired[str]
    row: NotRequired[int]
    column: NotRequired[str]
    before: NotRequired[str]
    rows: NotRequired[list[list[object]]]


class Job(TypedDict):
    """A form to be filled: which, by what steps in their order, and where it is saved."""

    template: str
    output: str
    steps: list[Step]
