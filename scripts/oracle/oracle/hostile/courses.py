"""The commands that an input goes through, one process each."""

import dataclasses
import pathlib
import shutil

from oracle.places import ROOT, submissions

MONTH = "2024-06"
NOW = "2024-07-10"
UNIT = "海丰"


@dataclasses.dataclass(frozen=True)
class Step:
    """One process. Paths are those of the case's own folder, in which it runs."""

    words: tuple[str, ...]
    # Says the name of the file, whatever it finds.
    names: bool = False
    # Says the name of the file where `check` came to one of these.
    names_if: tuple[str, ...] = ()
    # One file of many: the work goes on without it, so that 2 (nothing done) is no answer.
    goes_on: bool = False
    writes: tuple[str, ...] = ()
    # A proof: it has to fail where the content was changed.
    proves: bool = False


def _step(command: str, *words: str, names: bool = False, names_if: tuple[str, ...] = (), goes_on: bool = False,
          writes: str = "", proves: bool = False) -> Step:
    return Step((*command.split(), *words), names, names_if, goes_on, (writes,) if writes else (), proves)


# `status`, `bulletin`, `partial` and `rules compare` name no file: they speak of units and of numbers of files.
class Course:
    """A folder of its own for a case, and the steps that the file goes through there."""

    def __init__(self, office: pathlib.Path, folder: pathlib.Path, family: str, name: str) -> None:
        self.office, self.folder, self.family = office, folder, family
        self.name = name
        self.plan = ("--plan", str(office / "plan.yaml"))
        self.month = ("--period", MONTH)
        self.inbox = "inbox"

    def lay(self, damaged: pathlib.Path) -> pathlib.Path:
        """Puts the file where its commands look for it, with the sound files that belong beside it."""
        (self.folder / "inbox").mkdir(parents=True)
        (self.folder / "tmp").mkdir()
        if self.family in ("form", "archive", "legacy"):
            path = self.folder / "inbox" / self.name
        else:
            path = self.folder / self.name
            shutil.copyfile(submissions(MONTH) / "县区" / "海丰6月.xlsx", self.folder / "inbox" / "海丰6月.xlsx")
        if self.family == "receipts":
            path = self.folder / "inbox" / "receipts.csv"
        elif self.family == "contacts":
            path = self.folder / "contacts.csv"
        if self.family in ("plan", "contacts"):
            for name in ("plan.yaml", "sample.key", "document.txt"):
                shutil.copyfile(self.office / name, self.folder / name)
        shutil.copyfile(damaged, path)
        return path

    def steps(self) -> list[Step]:
        steps: list[Step] = getattr(self, "_" + self.family.replace(" ", "_"))()
        return steps

    def _check(self, *words: str, file: str = "") -> Step:
        return _step("check", *self.plan, *words, file or f"inbox/{self.name}", names=not file and "xlsx" not in words)

    def _checks(self) -> list[Step]:
        return [
            self._check("--format", "jsonl"), self._check("--accounting"), self._check("--format", "json"),
            _step("check", *self.plan, "--format", "xlsx", "-o", "findings.xlsx", f"inbox/{self.name}", writes="findings.xlsx"),
        ]

    def _consolidate(self, *words: str, book: str = "book.xlsx", names: bool = True) -> Step:
        return _step("consolidate", *self.plan, *self.month, "--now", NOW, "-o", book, *words, names=names, goes_on=True, writes=book)

    def _form(self) -> list[Step]:
        return self._checks() + self._months() + [
            _step("dump", f"inbox/{self.name}"),
            _step("dump", "--format", "csv", f"inbox/{self.name}"),
            _step("layout infer", f"inbox/{self.name}", *self.plan),
            _step("watch --once", *self.plan, *self.month, "--now", NOW, self.inbox, names=True, goes_on=True),
        ]

    def _months(self) -> list[Step]:
        earlier, ledger = str(self.office / "earlier"), ("--ledger", "台账.sqlite")
        return [
            self._consolidate("--history", earlier, "--report", "report.json", self.inbox),
            _step("return", *self.plan, *self.month, "-o", "returns", "--text", self.inbox, names_if=("refused", "returned"), goes_on=True),
            _step("status", *self.plan, *self.month, "--now", NOW, self.inbox, goes_on=True),
            self._consolidate(*ledger, self.inbox),
            _step("report", *self.plan, *self.month, *ledger, "--now", NOW, "-o", "again.xlsx", goes_on=True, writes="again.xlsx"),
            _step("ledger verify", *self.plan, *ledger, goes_on=True),
            _step("recheck", *self.plan, *self.month, *ledger, "--now", NOW, goes_on=True),
            _step("bulletin", *self.plan, *self.month, "--now", NOW, "-o", "bulletin.docx", self.inbox, goes_on=True,
                  writes="bulletin.docx"),
            _step("partial", *self.plan, *self.month, "-o", "a.partial", self.inbox, goes_on=True, writes="a.partial"),
            _step("merge", *self.plan, "-o", "b.partial", "a.partial", goes_on=True, writes="b.partial"),
            self._consolidate("--partial", "b.partial"),
            _step("rules compare", str(self.office / "plan.yaml"), str(self.office / "rules.yaml"), *self.plan, self.inbox, goes_on=True),
            _step("consolidate", *self.plan, "--period", "2024-07", "--history", self.inbox, "-o", "july.xlsx", str(self.office / "one"),
                  names_if=("refused",), goes_on=True, writes="july.xlsx"),
        ]

    def _plan_book(self) -> list[Step]:
        return [_step("plan import", self.name, "-o", "imported.yaml", writes="imported.yaml"), _step("dump", self.name),
                _step("plan allocate", str(self.office / "plan.yaml"), "--from", self.name, "--dry-run"),
                _step("layout infer", self.name, *self.plan)]

    def _archive(self) -> list[Step]:
        return self._months() + [
            _step("watch --once", *self.plan, *self.month, "--now", NOW, self.inbox, goes_on=True)]

    def _legacy(self) -> list[Step]:
        return [self._check(), self._consolidate(self.inbox), _step("dump", f"inbox/{self.name}")]

    def _plan(self) -> list[Step]:
        plan = ("--plan", self.name)
        form = "inbox/海丰6月.xlsx"
        return [
            _step("plan check", self.name, "--document", "document.txt"),
            _step("plan show", self.name), _step("plan show", self.name, "--format", "json"),
            _step("plan export", self.name, "-o", "plan.xlsx", writes="plan.xlsx"),
            _step("rules list", *plan), _step("rules test", *plan),
            _step("rules compare", str(self.office / "plan.yaml"), self.name, *self.plan, "inbox"),
            _step("check", *plan, form),
            _step("template", *plan, *self.month, "--unit", UNIT, "-o", "forms"),
            _step("consolidate", *plan, *self.month, "--now", NOW, "-o", "book.xlsx", "inbox", writes="book.xlsx"),
            _step("layout infer", form, *plan),
        ]

    def _receipts(self) -> list[Step]:
        return [self._consolidate("inbox", names=False),
                _step("status", *self.plan, *self.month, "--now", NOW, "inbox", goes_on=True),
                _step("partial", *self.plan, *self.month, "-o", "a.partial", "inbox", writes="a.partial", goes_on=True)]

    def _contacts(self) -> list[Step]:
        plan = ("--plan", "plan.yaml")
        return [_step("template", *plan, *self.month, "--unit", UNIT, "-o", "forms"), _step("check", *plan, "inbox/海丰6月.xlsx"),
                _step("consolidate", *plan, *self.month, "--now", NOW, "-o", "book.xlsx", "inbox", writes="book.xlsx")]

    def _key(self) -> list[Step]:
        key, ledger = ("--key", self.name), str(self.office / "ledger.sqlite")
        return [_step("check", *self.plan, *key, "inbox/海丰6月.xlsx"),
                _step("template", *self.plan, *key, *self.month, "--unit", UNIT, "-o", "forms"),
                _step("consolidate", *self.plan, *key, *self.month, "--now", NOW, "-o", "book.xlsx", "inbox", writes="book.xlsx"),
                _step("ledger verify", "--ledger", ledger, *key)]

    def _partial(self) -> list[Step]:
        sound = str(self.office / "sound.partial")
        return [_step("merge", *self.plan, "-o", "merged.partial", self.name, sound, writes="merged.partial"),
                _step("consolidate", *self.plan, *self.month, "--partial", self.name, "-o", "book.xlsx", writes="book.xlsx")]

    def _ledger(self) -> list[Step]:
        ledger = ("--ledger", self.name)
        known = (*self.plan, *ledger)
        return [
            _step("ledger verify", *known, proves=True), _step("ledger verify", *ledger),
            _step("ledger history", "海丰", *known), _step("ledger diff", "--unit", "陆丰市", *self.month, *known),
            _step("ledger export", *ledger), _step("ledger export", *ledger, "--view", "v1_findings", "--format", "jsonl"),
            _step("report", *known, *self.month, "--now", NOW, "-o", "book.xlsx", writes="book.xlsx"),
            _step("report --verify", *known, *self.month, "--now", NOW, "-o", "proved.xlsx", writes="proved.xlsx", proves=True),
            _step("bulletin", *known, *self.month, "--now", NOW, "-o", "bulletin.txt", writes="bulletin.txt"),
            _step("status", *known, *self.month, "--now", NOW), _step("recheck", *known, *self.month, "--now", NOW),
            _step("consolidate", *known, *self.month, "--now", NOW, "-o", "again.xlsx", "inbox", writes="again.xlsx"),
        ]

    def _document(self) -> list[Step]:
        return [_step("plan check", str(self.office / "plan.yaml"), "--document", self.name)]


def furnish(office: pathlib.Path) -> None:
    """The folder that all cases share: the sample's plan with its key and document, a month before, one sound form."""
    sample = submissions(MONTH).parent.parent
    for source, name in ((sample / "plan.yaml", "plan.yaml"), (sample / "sample.key", "sample.key"),
                         (ROOT / "seeds" / "shanwei-civil-affairs-2024-work-points.txt", "document.txt")):
        shutil.copyfile(source, office / name)
    (office / "earlier").mkdir()
    (office / "one").mkdir()
    shutil.copyfile(submissions("2024-05") / "县区" / "海丰5月.xlsx", office / "earlier" / "海丰5月.xlsx")
    shutil.copyfile(submissions(MONTH) / "社会福利科6月填报表.xlsx", office / "one" / "社会福利科6月填报表.xlsx")
    (office / "rules.yaml").write_text("rules:\n  - {id: W08, off: true}\n", encoding="utf-8")
