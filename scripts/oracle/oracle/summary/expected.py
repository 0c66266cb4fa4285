"""The shape of what `recompute` prints. Every number is an exact fraction as text, every day is in ISO form."""

import json
import pathlib
from typing import TypedDict, cast


class FigureFacts(TypedDict):
    """What counts of one unit for one indicator."""

    state: str
    value: str | None
    current: str | None
    date: str | None
    word: str
    allocation: str | None


class IndicatorFacts(TypedDict):
    """One indicator: who reports it, its whole, and how it stands."""

    code: str
    name: str
    task: str
    role: str
    entry: str
    aggregate: str
    unit: str
    isDue: bool
    isListed: bool
    isPart: bool
    deadline: str | None
    planValue: str | None
    current: str | None
    units: dict[str, FigureFacts]
    missing: list[str]
    target: str | None
    total: str | None
    dates: list[str]
    rate: str | None
    pace: str | None
    gap: str | None
    state: str
    light: str


class UnitFacts(TypedDict):
    """One unit: whether and when it reported, which of its files count, and what they leave out."""

    name: str
    short: str
    isCounty: bool
    status: str
    firstDate: str | None
    correctedDate: str | None
    due: int
    signature: dict[str, str | None]
    counting: list[list[str]]
    returned: list[str]
    superseded: list[str]
    omitted: list[str]
    disputed: list[str]


class Overview(TypedDict):
    """The counts of the first page."""

    assessed: int
    notAssessed: int
    indicators: int
    counts: dict[str, int]
    shares: dict[str, str]
    lights: dict[str, int]
    tasks: int


class Ranking(TypedDict):
    """Of a county or a section: how many indicators are assessed, and how many of them are on pace."""

    assessed: int
    onPace: int


class FileFacts(TypedDict):
    """What became of one submitted file."""

    unit: str | None
    refusal: str
    errors: list[str]


class Expected(TypedDict):
    """All that the summary of a period has to say."""

    period: str
    dueDate: str
    overview: Overview
    counties: dict[str, Ranking]
    leads: dict[str, Ranking]
    coverage: dict[str, int]
    indicators: list[IndicatorFacts]
    unitOrder: list[str]
    units: dict[str, UnitFacts]
    files: dict[str, FileFacts]


def read_expected(path: pathlib.Path | str) -> Expected:
    with open(path, encoding="utf-8") as file:
        return cast(Expected, json.load(file))
