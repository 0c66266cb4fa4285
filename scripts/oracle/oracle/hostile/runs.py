"""One process of huizong: what it was told, what it said, what it used, and what is wrong with that."""

import dataclasses
import json
import os
import pathlib
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from oracle.hostile.courses import Step

SECONDS = 5.0
# Of a run that waits for something: it is killed then.
WALL = 100.0
MEBIBYTE = 1 << 20
TRACES = ("Fatal error", "Swift/", "AddressSanitizer", "Traceback", "fatalError", "Stack dump")
# What huizong writes on its way to a file, and has to take away.
HALF_WRITTEN = (".writing-", "huizong-")
READ_BACK = 4 * MEBIBYTE


@dataclasses.dataclass(frozen=True)
class Limits:
    """What one run may use: processor seconds, and MiB of memory. None where another program does the work."""

    seconds: float | None = SECONDS
    memory: int | None = 256


@dataclasses.dataclass
class Ran:
    """What a process came to. A signal is a status below 0."""

    step: Step
    status: int
    seconds: float
    memory: float
    output: bytes
    errors: bytes
    is_late: bool = False
    wrong: list[str] = dataclasses.field(default_factory=list)

    @property
    def text(self) -> str:
        return (self.output + b"\n" + self.errors).decode("utf-8", "replace")


def environment(temporary: pathlib.Path) -> dict[str, str]:
    return {**os.environ, "TMPDIR": str(temporary), "LANG": "C.UTF-8"}


def run(huizong: pathlib.Path, step: Step, folder: pathlib.Path) -> Ran:
    """Runs one step in its case's folder and waits for it, with what it used by the system's own account."""
    late = threading.Event()
    said = folder.parent / f"{folder.name}.out"
    told = folder.parent / f"{folder.name}.err"
    with said.open("wb") as out, told.open("wb") as err:
        process = subprocess.Popen(
            [str(huizong), *step.words], cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            env=environment(folder / "tmp"), start_new_session=True)

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(WALL, stop)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    with said.open("rb") as output, told.open("rb") as errors:
        ran = Ran(step, process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output.read(READ_BACK),
                  errors.read(READ_BACK), late.is_set())
    said.unlink()
    told.unlink()
    return ran


def listing(folder: pathlib.Path) -> set[str]:
    """All that lies in a folder, by name."""
    return {str(pathlib.Path(parent, name).relative_to(folder)) for parent, folders, files in os.walk(folder) for name in folders + files}


def left_behind(folder: pathlib.Path) -> Iterator[str]:
    """Names in a case's folder that no command should leave there; all of the temporary folder."""
    for name in sorted(listing(folder)):
        last = name.rsplit("/", 1)[-1]
        if name.startswith("tmp/") or last.endswith(".new") or last.startswith(HALF_WRITTEN) or ".writing-" in last:
            yield f"left behind: {name}"


def damaged_book(path: pathlib.Path) -> str | None:
    """What is wrong with a workbook or document that huizong wrote: its container, or a part that is no XML."""
    try:
        with zipfile.ZipFile(path) as archive:
            for item in archive.infolist():
                if item.filename.endswith((".xml", ".rels")):
                    expat.ParserCreate().Parse(archive.read(item), True)
    except (zipfile.BadZipFile, expat.ExpatError, OSError) as error:
        return f"{path.name} cannot be opened: {error}"
    return None


def badly_said(ran: Ran) -> Iterator[str]:
    """What is wrong with the output as such."""
    if ran.status in (1, 2) and not (ran.output.strip() or ran.errors.strip()):
        yield f"silent: exit code {ran.status}"
    for trace in TRACES:
        if trace in ran.text:
            yield f"a trace of the program's inside: {trace}"
    words = ran.step.words
    form = words[words.index("--format") + 1] if "--format" in words else ""
    if ran.status in (0, 1) and form in ("json", "jsonl") and len(ran.output) < READ_BACK:
        try:
            for line in [ran.output] if form == "json" else ran.output.splitlines():
                json.loads(line.decode("utf-8"))
        except ValueError as error:
            yield f"no {form}: {error}"


def judged(ran: Ran, folder: pathlib.Path, before: set[str], name: str, limits: Limits, verdict: str, must_fail: bool) -> Ran:
    """Notes what is wrong with a run: `before` is what lay in the folder when it began."""
    step, wrong = ran.step, ran.wrong
    if ran.is_late:
        wrong.append(f"not ended after {WALL:.0f} s")
    elif ran.status < 0 or ran.status > 128:
        wrong.append(f"signal: ended with {ran.status}")
    elif ran.status not in (0, 1, 2):
        wrong.append(f"exit code {ran.status}")
    if ran.status == 2 and step.goes_on:
        wrong.append("stopped by one file: exit code 2")
    if ran.status == 0 and step.proves and must_fail:
        wrong.append("proved what was changed: exit code 0")
    if limits.seconds is not None and ran.seconds > limits.seconds:
        wrong.append(f"slow: {ran.seconds:.1f} s of the processor")
    if limits.memory is not None and ran.memory > limits.memory:
        wrong.append(f"large: {ran.memory:.0f} MiB")
    wrong += badly_said(ran)
    if (step.names or verdict in step.names_if) and ran.status in (0, 1, 2) and name not in ran.text:
        wrong.append("unnamed: the file is not named")
    after = listing(folder)
    for written in step.writes:
        if ran.status == 2 and written in after - before:
            wrong.append(f"written: {written}, though the exit code is 2")
        elif written in after and written.endswith((".xlsx", ".docx")) and (problem := damaged_book(folder / written)):
            wrong.append(problem)
    wrong += left_behind(folder)
    return ran
