"""What the edits of a form came to: what counts against what may count, and what was said."""

import re
from collections.abc import Iterable
from decimal import Decimal

from openpyxl.utils import range_boundaries

from oracle.clerk.bases import Finding, Made, Named, Signature, signature
from oracle.clerk.cells import CELL_KINDS
from oracle.clerk.desk import Edit, Figure
from oracle.clerk.written import Mode

OUTCOMES = ("right", "SILENT WRONG", "wrong, said", "REFUSED", "UNSAID")


def is_within(cell: str, areas: Iterable[str]) -> bool:
    """Whether one of the areas has the cell in it; an open side of an area has no end."""
    column, row, _, _ = range_boundaries(cell)
    if column is None or row is None:
        return False
    for area in areas:
        try:
            left, top, right, bottom = range_boundaries(area)
        except (ValueError, TypeError):
            continue
        if (left or 1) <= column <= (right or 20_000) and (top or 1) <= row <= (bottom or 2_000_000):
            return True
    return False


def names(finding: Finding, place: Named) -> bool:
    """Whether a finding names a place: its cell, its whole sheet, or its words."""
    message, cells = finding.get("message", "") + finding.get("remedy", ""), finding.get("cells") or []
    if place.words:
        return place.words in message or place.words == finding.get("indicator") or any(place.words in cell
            for cell in cells)
    if not place.cell:
        # Every form has a sheet 填报表, and messages speak of forms: that name has to stand in quotation marks.
        return (finding.get("sheet") == place.sheet and not cells) or f"“{place.sheet}”" in message or (
            place.sheet != "填报表" and place.sheet in message)
    if finding.get("sheet") in (None, "", place.sheet) and is_within(place.cell, cells):
        return True
    if re.search(rf"(?<![A-Z]){place.cell}(?!\d)", message):
        return True
    return finding.get("sheet") == place.sheet and not cells and finding.get("grade") == "error"


class Verdict:
    """What the edits of one form came to."""

    def __init__(self, made: Made, base_findings: set[Signature]) -> None:
        self.made = made
        self.findings = [finding for finding in made.findings if signature(finding) not in base_findings]
        self.outcomes = ["right"] * len(made.edits)
        self.lines: list[str] = []

    def judged(self) -> "Verdict":
        """Works out what became of every edit."""
        made = self.made
        allowed = dict(made.expected)
        for edit in made.edits:
            allowed |= edit.others
        for figure, (value, source) in sorted(made.counted.items()):
            if figure in allowed or isinstance(value, Decimal):
                if value not in allowed.get(figure, ()):
                    self._wrong(figure, value, allowed.get(figure, ()), source)
        for figure in made.expected:
            self._missing(figure) if figure not in made.counted and made.expected[figure] else None
            self._silent(figure) if figure not in made.counted and not made.expected[figure] else None
        for index, edit in enumerate(made.edits):
            self._asked(index, edit)
            self._said(index, edit)
            self._others(index, edit)
        return self

    def _touching(self, figure: Figure) -> list[int]:
        """The edits that touch a figure; where none does, those that an error names, or that change the layout, or all."""
        edits = list(enumerate(self.made.edits))
        own = [index for index, edit in edits if figure in edit.figures or figure in edit.others]
        layout = [index for index, edit in edits if edit.kind not in CELL_KINDS]
        return own or self._named_by_errors() or layout or [index for index, _ in edits]

    def _named_by_errors(self) -> list[int]:
        errors = [finding for finding in self.findings if finding["grade"] == "error"]
        return [
            index for index, places in enumerate(self.made.places)
            if any(names(e, p) for e in errors for p in places if p.cell)]

    def _mark(self, indices: Iterable[int], outcome: str, line: str) -> None:
        for index in indices:
            if OUTCOMES.index(outcome) < OUTCOMES.index(self.outcomes[index]) or self.outcomes[index] == "right":
                self.outcomes[index] = outcome
        self.lines.append(f"{outcome}: {line}")

    def _is_named(self, places: Iterable[Named]) -> bool:
        places = list(places)
        return any(names(finding, place) for finding in self.findings for place in places)

    def _wrong(self, figure: Figure, value: object, wanted: tuple[object, ...], source: Named) -> None:
        touching = self._touching(figure)
        places = [source, *(place for index in touching for place in self.made.places[index])]
        outcome = "wrong, said" if self._is_named(places) else "SILENT WRONG"
        right = " or ".join(map(str, wanted)) or "nothing"
        where = f"{source.sheet}!{source.cell}"
        self._mark(touching, outcome, f"{' '.join(figure)}: {value} counts ({where}), {right} is right")

    def _missing(self, figure: Figure) -> None:
        touching = self._touching(figure)
        if all(edit.is_strict for edit in self.made.edits):
            # An item goes with its form if another edit sends the form back.
            guilty = self._named_by_errors()
            touching = touching if set(touching) & set(guilty) else guilty or touching
            self._mark(touching, "REFUSED", f"{' '.join(figure)}: {self.made.expected[figure][0]} does not count")
        else:
            self._silent(figure)

    def _silent(self, figure: Figure) -> None:
        """Nothing counts: somebody has to be told why."""
        touching = self._touching(figure)
        edits = [self.made.edits[index] for index in touching]
        if not any(edit.mode is Mode.NONE for edit in edits):
            # Nothing need be wrong with this one: the other edit may have sent the form back.
            touching = list(range(len(self.made.edits)))
        places = [place for index in touching for place in self.made.places[index]]
        places += [Named("", words=figure[1])] if any(figure in edit.figures for edit in edits) else []
        if not self._is_named(places):
            self._mark(touching, "UNSAID", f"{' '.join(figure)}: nothing counts, and no finding names what was edited")

    def _asked(self, index: int, edit: Edit) -> None:
        counts = [figure for figure in edit.figures or self.made.expected if figure in self.made.counted]
        if counts and (edit.asked or edit.mode is Mode.ASKED) and not self._is_named(self.made.places[index]):
            self._mark([index], "UNSAID", f"{edit.kind}: counts, and is not asked about")

    def _said(self, index: int, edit: Edit) -> None:
        for group in self.made.said[index]:
            if not self._is_named(group):
                where = "、".join(f"{place.sheet}!{place.cell}" if place.cell else place.sheet or place.words
                    for place in group[:4])
                self._mark([index], "UNSAID", f"{edit.kind}: nothing names {where}")

    def _others(self, index: int, edit: Edit) -> None:
        """Another unit's sheet: its figures count, or the sheet is named."""
        wanted = {figure for figure, values in edit.others.items() if values}
        if wanted and not wanted & set(self.made.counted) and not self._is_named(self.made.places[index]):
            self._mark([index], "UNSAID", f"{edit.kind}: the other unit's sheet is not named")
