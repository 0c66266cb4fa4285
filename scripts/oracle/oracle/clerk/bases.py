"""The forms that are edited: written by huizong, filled validly in several ways, proved to count as they were filled in."""

import collections
import datetime
import json
import pathlib
import random
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from oracle.clerk.desk import Edit, Figure, Place
from oracle.filling.by_lot import Filled, Filler
from oracle.filling.issued import Form
from oracle.places import ROOT, SAMPLE, submissions
from oracle.plan.periods import Month
from oracle.plan.plan import Plan
from oracle.processes import Unusable, histories, run
from oracle.summary.sources import known_value, reported, sources

MONTH = Month(2024, 7)
HISTORIES = [submissions(month) for month in ("2024-04", "2024-05", "2024-06")]
# Each unit's form is filled in as many ways.
FILLINGS = 4
# Words that stand where no figure counts.
NO_FIGURE = {"—", "不适用", "未报送", "", None}


# One finding of `huizong check`, as its JSON has it.
Finding = Mapping[str, Any]
# What a finding is about: its rule, its indicator, the text that it is about.
Signature = tuple[str, str, str]


@dataclass
class Named:
    """A place as it is found in a saved file."""

    sheet: str
    cell: str = ""
    words: str = ""

    @classmethod
    def of(cls, place: Place) -> "Named":
        if isinstance(place, (Cell, MergedCell)):
            return cls(place.parent.title, place.coordinate)
        return cls(place.title) if isinstance(place, Worksheet) else cls("", words=place)


@dataclass
class Made:
    """An edited form: its edits with their places, and what may count."""

    number: int
    unit: str
    units: set[str]
    path: pathlib.Path
    edits: list[Edit]
    places: list[list[Named]]
    said: list[list[list[Named]]]
    expected: dict[Figure, tuple[object, ...]]
    filling: int
    counted: dict[Figure, tuple[object, Named]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


class Office:
    """The plan, the templates and their fillings in a folder of their own."""

    def __init__(self, huizong: pathlib.Path, folder: pathlib.Path, seed: int) -> None:
        self.huizong, self.folder, self.seed = huizong, folder, seed
        self.plan_path = folder / "plan.yaml"
        self.templates = folder / "templates"
        self.bases: dict[tuple[str, int], Filled] = {}
        self.base_findings: dict[tuple[str, int], set[Signature]] = {}

    @property
    def common(self) -> list[object]:
        return ["--plan", self.plan_path, "--period", MONTH, *histories(HISTORIES)]

    def prepare(self) -> None:
        self._write_plan()
        run([self.huizong, "template", *self.common, "-o", self.templates])
        for path in self._base_paths():
            path.parent.mkdir(parents=True, exist_ok=True)
        self.load(self._known())
        for (unit, filling), filled in self.bases.items():
            filled.book.save(self.base_path(unit, filling))

    def _write_plan(self) -> None:
        """The sample's plan, in which the counties report 绿化覆盖率, so that there is a percentage to fill in."""
        text = (SAMPLE / "plan.yaml").read_text(encoding="utf-8")
        place = text.index("reportedBy: []", text.index('code: "2.6.1-03"'))
        text = text[:place] + "reportedBy: [counties]" + text[place + len("reportedBy: []"):]
        self.plan_path.write_text(text.replace("../../seeds/", f"{ROOT}/seeds/"), encoding="utf-8")
        shutil.copyfile(SAMPLE / "sample.key", self.folder / "sample.key")

    def _known(self) -> dict[tuple[str, str], object]:
        """What counts in the months before."""
        known: dict[tuple[str, str], object] = {}
        for index, inbox in enumerate(HISTORIES):
            summary = self.folder / f"{inbox.name}.xlsx"
            before = histories(HISTORIES[:index])
            run([self.huizong, "consolidate", "--plan", self.plan_path, "--period", inbox.name, *before, "-o", summary,
                inbox])
            known |= reported(summary)
        return known

    def load(self, known: dict[tuple[str, str], object]) -> None:
        """Fills every template in several ways, each drawn from its own lot."""
        plan = Plan(self.plan_path, MONTH)
        for path in sorted(self.templates.glob("*.xlsx")):
            form = Form(path)
            name = plan.unit(form.unit).name
            own = {code: value for (unit, code), value in known.items() if unit == name}
            for filling in range(FILLINGS):
                lot = random.Random(f"{self.seed} {form.unit} {filling}")
                self.bases[form.unit, filling] = Filler(plan, MONTH, lot, distinct=True).fill(form, own)
        self.units = sorted({unit for unit, _ in self.bases})

    def base_path(self, unit: str, filling: int) -> pathlib.Path:
        return self.folder / f"base-{filling}" / f"{unit}.xlsx"

    def _base_paths(self) -> list[pathlib.Path]:
        return [self.folder / f"base-{filling}" / "x" for filling in range(FILLINGS)]

    def prove_bases(self) -> None:
        """Every filling is valid: all counts as it was filled in, and nothing is mandatory to mend."""
        for filling in range(FILLINGS):
            inbox = self.folder / f"base-{filling}"
            counted = self.consolidated(inbox)
            for answer in self.checked(sorted(inbox.glob("*.xlsx"))):
                unit = pathlib.Path(answer["file"]).stem
                self.base_findings[unit, filling] = {signature(finding) for finding in answer["findings"]}
                base = self.bases[unit, filling]
                found = {key: value for key, (value, _) in counted.get(f"{unit}.xlsx", {}).items()}
                wanted = {(base.name, e.code): e.counted(e.value) for e in base.entries.values() if e.kind != "words"}
                for key, value in wanted.items():
                    if found.get(key) != value:
                        raise Unusable(f"the valid form of {unit}: {key}: {found.get(key)} counts, {value} was filled in")
                if any(finding["grade"] == "error" for finding in answer["findings"]):
                    raise Unusable(f"the valid form of {unit} is returned: {answer['findings']}")

    def checked(self, files: list[pathlib.Path]) -> list[Mapping[str, Any]]:
        """What `huizong check` says of each file."""
        said = run([self.huizong, "check", *self.common, "--format", "json", *files]).stdout
        answers: list[Mapping[str, Any]] = json.loads(said)["files"]
        return answers

    def consolidated(self, inbox: pathlib.Path) -> dict[str, dict[Figure, tuple[object, Named]]]:
        """What counts, by the name of the file that it comes from."""
        summary = inbox.with_suffix(".summary.xlsx")
        run([self.huizong, "consolidate", *self.common, "-o", summary, "--report", inbox.with_suffix(".report.json"),
            inbox])
        found: dict[str, dict[Figure, tuple[object, Named]]] = collections.defaultdict(dict)
        for at in sources(summary):
            value = known_value(at["数值"])
            value = value.isoformat() if isinstance(value, datetime.date) else value
            if value not in NO_FIGURE:
                name, figure = str(at["报送文件"]).split("［")[0], (str(at["报送单位"]), str(at["指标编码"]))
                found[name][figure] = (value, Named(str(at["工作表"]), str(at["单元格"])))
        return found


def signature(finding: Finding) -> Signature:
    """What a finding is about, wherever it stands."""
    return finding["id"], finding.get("indicator", ""), finding.get("text", "")
