"""A question about the text of a cell, and the answer to it, as the lines of JSON have them."""

from typing import NotRequired, TypedDict


class Question(TypedDict):
    """What stands in a cell, and in what column; `bare` is the unit of a number that names none."""

    text: str
    measure: str
    column: str
    bare: str | None


class Answer(TypedDict):
    """How the text is read. `at` is what a refusal is for, where the program names it."""

    reading: str
    value: NotRequired[str]
    marks: NotRequired[list[str]]
    values: NotRequired[list[str]]
    at: NotRequired[str]
