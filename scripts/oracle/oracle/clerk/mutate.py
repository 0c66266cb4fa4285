"""Edits valid forms as clerks do, and proves that nothing is guessed: the figure that counts is the right one, or none.

Usage: scripts/oracle/run mutate --huizong PATH [--seed N] [--size N] [--form N] [--kind TEXT] [--keep DIR] [--workers N]
         [--all]

  --seed N     the lot (1)
  --size N     how many forms are edited (150); each gets one or two edits
  --form N     this form of the lot alone, with every finding about it
  --kind TEXT  kinds whose name has this in it alone
  --keep DIR   leave the forms that fail there
  --workers N  how many runs at once (as many as there are processors)
  --all        print every failure, not only the wrong figures and what was not said

The July 2024 forms of the sample are written by huizong (the months before are the sample's submissions), filled validly
by lot, and edited: the kinds are in clerk/. Every edit knows which figures may count. Counties
report a percentage besides (2.6.1-03, which in the sample nobody reports). Each form is checked (`huizong check`) and
consolidated with forms of other units (`huizong consolidate`); what counts is read from 数据来源 of the summary.

What an edit comes to:
  right          what counts may count, and what had to be said was said
  SILENT WRONG   another figure counts, and no finding names its cell or what was edited
  wrong, said    another figure counts, with a finding
  REFUSED        nothing counts, though one reading was left
  UNSAID         nothing counts, or doubtfully, and no finding names the cell, sheet, row or column; or a figure vanished

Exit codes: 0 all is as it should be; 1 a figure is wrong or something is unsaid, or fewer than 99 % of the edits that leave
one reading count; 2 the work cannot be done.
"""

import argparse
import collections
import concurrent.futures
import itertools
import multiprocessing
import os
import pathlib
import random
import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator

from oracle import arguments
from oracle.clerk.bases import FILLINGS, HISTORIES, MONTH, Made, Named, Office
from oracle.clerk.desk import Desk, Edit, Figure, Kind
from oracle.clerk.form import ClerkForm
from oracle.clerk.kinds import CELL_KINDS, LOOSE, STRICT, write_cell
from oracle.clerk.verdict import OUTCOMES, Verdict
from oracle.filling.by_lot import Filled
from oracle.places import ROOT
from oracle.processes import Unusable
from oracle.workbooks.opening import opened

# Units whose forms have many figures are edited more often.
WEIGHTS = {"chengqu": 3, "haifeng": 3, "lufeng": 3, "luhe": 4, "lottery": 3, "charity": 1.5, "relief": 1, "office": 0.7}
OTHER_WEIGHT = 0.25


class Maker:
    """Makes the forms of a lot, each from its number alone."""

    def __init__(self, office: Office, only: str, folder: pathlib.Path) -> None:
        self.office, self.folder = office, folder
        self.cells = [name for name in CELL_KINDS if only in name]
        self.strict = [name for name in sorted(STRICT) if only in name]
        self.loose = [name for name in sorted(LOOSE) if only in name]

    def make(self, number: int) -> Made:
        """The form of this number, whatever was made before."""
        lot = random.Random(f"{self.office.seed} form {number}")
        wants_strict = lot.random() < 0.5
        for _ in range(400):
            # A form that offers nothing to the kinds drawn is put aside for another one.
            made = self._try(number, lot, wants_strict if self._has_both() else bool(self.strict))
            if made:
                return made
            wants_strict = lot.random() < 0.5
        raise Unusable(f"form {number}: no edit of these kinds fits any form")

    def _has_both(self) -> bool:
        return bool(self.cells) or bool(self.strict and self.loose)

    def _try(self, number: int, lot: random.Random, wants_strict: bool) -> Made | None:
        unit = lot.choices(self.office.units, [WEIGHTS.get(unit, OTHER_WEIGHT) for unit in self.office.units])[0]
        filling = lot.randrange(FILLINGS)
        filled = self.office.bases[unit, filling]
        layouts = self.strict if wants_strict else self.loose
        names = self._drawn(lot, layouts, wants_strict)
        if not names:
            return None
        book = opened(self.office.base_path(unit, filling))
        others = [base for (name, way), base in self.office.bases.items() if name != unit and way == filling]
        desk = Desk(ClerkForm.of(book, filled), lot, others)
        edits = []
        for name in names:
            if name not in CELL_KINDS:
                edit = layouts_of(wants_strict)[name](desk)
            else:
                # A kind may give a text of the other sort, or find no cell; then another one is drawn.
                edit = write_cell(desk, name, wants_strict) or next(
                    filter(None, (write_cell(desk, lot.choice(self.cells), wants_strict) for _ in range(12))), None)
            if edit:
                edits.append(edit)
        return self._saved(number, desk, filled, filling, edits) if edits else None

    def _drawn(self, lot: random.Random, layouts: list[str], wants_strict: bool) -> list[str]:
        """One or two kinds; the one that changes the layout comes last."""
        cells = [lot.choice(self.cells) for _ in range(2)] if self.cells else []
        layout = [lot.choice(layouts)] if layouts else []
        is_cell = bool(cells) and (not layout or lot.random() < 0.5)
        if lot.random() < 0.6:
            return cells[:1] if is_cell else layout
        if is_cell:
            return cells
        # What sends a form back because of its layout hides what is wrong in its cells.
        return cells[:1] + layout if wants_strict else layout

    def _saved(self, number: int, desk: Desk, filled: Filled, filling: int, edits: list[Edit]) -> Made:
        expected: dict[Figure, tuple[object, ...]] = {
            (filled.name, e.code): (e.counted(e.value),) for e in filled.entries.values() if e.kind != "words"}
        for edit in edits:
            expected |= edit.figures
        path = self.folder / f"{number:05}-{filled.unit}.xlsx"
        desk.form.book.save(path)
        others = {unit for edit in edits for unit, _ in edit.others}
        return Made(
            number, filled.unit, {filled.name} | others, path, edits,
            [[Named.of(p) for p in edit.places] for edit in edits],
            [[[Named.of(p) for p in group] for group in edit.said] for edit in edits], expected, filling)


def layouts_of(is_strict: bool) -> dict[str, Kind]:
    return STRICT if is_strict else LOOSE


def batches(made: Iterable[Made]) -> list[list[Made]]:
    """Forms put together so that no unit has two."""
    found: list[tuple[set[str], list[Made]]] = []
    open_from = 0
    for one in made:
        while open_from < len(found) and len(found[open_from][0]) > 11:
            open_from += 1
        for units, forms in found[open_from:]:
            if not units & one.units:
                units |= one.units
                forms.append(one)
                break
        else:
            found.append((set(one.units), [one]))
    return [forms for _, forms in found]


OFFICE: Office
MAKER: Maker


def make_one(number: int) -> Made:
    """The workbook's own objects stay here; only what is known about the form goes back."""
    made = MAKER.make(number)
    for edit in made.edits:
        edit.places, edit.said = [], []
    return made


def run_batch(index: int, forms: list[Made]) -> list[Made]:
    """Checks and consolidates some forms together; what counts of each, and what is said of it."""
    inbox = OFFICE.folder / f"batch-{index}"
    inbox.mkdir()
    for made in forms:
        shutil.copyfile(made.path, inbox / made.path.name)
    counted = OFFICE.consolidated(inbox)
    answers = {pathlib.Path(answer["file"]).name: answer for answer in OFFICE.checked(sorted(inbox.glob("*.xlsx")))}
    for made in forms:
        made.counted = counted.get(made.path.name, {})
        answer = answers[made.path.name]
        made.findings = answer["findings"] + [f for part in answer.get("parts", []) for f in part.get("findings", [])]
    for path in (inbox.with_suffix(".summary.xlsx"), inbox.with_suffix(".report.json")):
        path.unlink()
    shutil.rmtree(inbox)
    return forms


def judged(options: argparse.Namespace) -> Iterator[Verdict]:
    """Makes, runs and judges the forms, several at once. The workers are forked, so that they have the office at hand."""
    numbers = [options.form] if options.form is not None else range(options.size)
    with concurrent.futures.ProcessPoolExecutor(options.workers, mp_context=multiprocessing.get_context("fork")) as pool:
        made = list(pool.map(make_one, numbers, chunksize=4))
        for forms in pool.map(run_batch, *zip(*enumerate(batches(made)))):
            for one in forms:
                yield Verdict(one, OFFICE.base_findings[one.unit, one.filling]).judged()


def repeat(options: argparse.Namespace, made: Made) -> str:
    only = f" --kind '{options.kind}'" if options.kind else ""
    lot = f"--seed {options.seed}{only} --form {made.number}"
    return f"scripts/oracle/run mutate --huizong {options.huizong} {lot} --keep DIR"


def checking(options: argparse.Namespace, made: Made) -> str:
    """The command that says what is wrong with a form that was kept."""
    histories = "".join(f" --history {folder.relative_to(ROOT)}" for folder in HISTORIES)
    plan, file = options.keep / "plan.yaml", options.keep / made.path.name
    return f"{options.huizong} check --plan {plan} --period {MONTH}{histories} {file}"


def told(options: argparse.Namespace, verdict: Verdict) -> None:
    """Prints what is wrong with a form, where to look, and how to repeat it."""
    made = verdict.made
    print(f"form {made.number} ({made.unit}): " + "; ".join(f"{edit.kind}: {edit.note}" for edit in made.edits))
    for line, group in itertools.groupby(sorted(verdict.lines), key=lambda line: line.split(":")[0]):
        lines = list(group)
        print("".join(f"    {one}\n" for one in lines[:3]) + (f"    … {len(lines)} of them\n" if len(lines) > 3 else ""),
            end="")
    limit = None if options.form is not None else 3
    for finding in verdict.findings[:limit]:
        where = f"{finding.get('sheet', '')}!{'、'.join(finding.get('cells') or [])}"
        print(f"      {finding['id']} {where}: {finding['message']}")
    if options.keep:
        shutil.copyfile(made.path, options.keep / made.path.name)
        print(f"    look: {checking(options, made)}")
    print(f"    repeat: {repeat(options, made)}")


def table(verdicts: list[Verdict]) -> tuple[str, collections.Counter[str], int, int]:
    """The table by kind, what all came to, how many edits leave one reading, and how many of these count."""
    kinds: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    total: collections.Counter[str] = collections.Counter()
    strict = counts = 0
    for verdict in verdicts:
        for edit, outcome in zip(verdict.made.edits, verdict.outcomes):
            name = f"{'one ' if edit.is_strict else '    '} {edit.kind}"
            kinds[name][outcome] += 1
            total[outcome] += 1
            strict += edit.is_strict
            counts += edit.is_strict and outcome in ("right", "UNSAID")
    lines = [f"{'':>3}  {'kind of edit':46}{'edits':>6}" + "".join(f"{outcome:>14}" for outcome in OUTCOMES)]
    for name in sorted(kinds, key=lambda name: (name[:3] != "one", name)):
        row = kinds[name]
        lines.append(f"{name:51}{row.total():>6}" + "".join(f"{row[outcome] or '':>14}" for outcome in OUTCOMES))
    lines.append(f"{'all':51}{total.total():>6}" + "".join(f"{total[outcome]:>14}" for outcome in OUTCOMES))
    return "\n".join(lines), total, strict, counts


def main(given: list[str]) -> int:
    global OFFICE, MAKER
    parser = arguments.parser(__doc__)
    parser.add_argument("--huizong", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=150)
    parser.add_argument("--form", type=int)
    parser.add_argument("--kind", default="")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args(given)
    warnings.filterwarnings("ignore", module="openpyxl")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="huizong-mutate-") as folder:
        try:
            OFFICE = Office(options.huizong.resolve(), pathlib.Path(folder), options.seed)
            OFFICE.prepare()
            OFFICE.prove_bases()
            if options.keep:
                for name in ("plan.yaml", "sample.key"):
                    shutil.copyfile(OFFICE.folder / name, options.keep / name)
            forms = pathlib.Path(folder) / "forms"
            forms.mkdir()
            MAKER = Maker(OFFICE, options.kind, forms)
            verdicts = []
            for verdict in judged(options):
                verdicts.append(verdict)
                worst = set(verdict.outcomes)
                if worst & {"SILENT WRONG", "wrong, said", "UNSAID"} or (options.all
                    and worst != {"right"}) or options.form is not None:
                    told(options, verdict)
                elif options.keep and worst != {"right"}:
                    shutil.copyfile(verdict.made.path, options.keep / verdict.made.path.name)
        except (Unusable, OSError) as error:
            print(f"mutate: {type(error).__name__}: {error}", file=sys.stderr)
            return 2
    text, total, strict, counts = table(verdicts)
    share = counts / strict if strict else 1
    print(text)
    print(f"{len(verdicts)} forms, {total.total()} edits, {strict} of them leave one reading "
          f"({strict / max(1, total.total()):.0%}), of these {counts} count ({share:.2%}); {total['SILENT WRONG']} silent wrong, "
          f"{total['wrong, said']} wrong with a finding, {total['UNSAID']} unsaid")
    failed = total["SILENT WRONG"] or total["wrong, said"] or total["UNSAID"] or share < 0.99
    return 1 if failed else 0
