"""Damaged inputs: that they are what their kinds say, that the same lot makes the same, and what is wrong with a run."""

import io
import pathlib
import random
import sqlite3
import tempfile
import unittest
import zipfile

from oracle.hostile import books, lots, packing, runs
from oracle.hostile.batch_files import KINDS as BATCH_KINDS
from oracle.hostile.batch_files import Desk, written
from oracle.hostile.courses import Course, Step
from oracle.hostile.hostile_batch import unnamed
from oracle.hostile.kinds import FAMILIES, KINDS, TURNS, Supplies
from oracle.hostile.packing import End, entry, packed
from oracle.hostile.store_kinds import edited
from oracle.places import submissions

FORM = (submissions("2024-06") / "县区" / "海丰6月.xlsx").read_bytes()


def ledger() -> bytes:
    """A ledger of two tables, one of them guarded."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "l.sqlite"
        with sqlite3.connect(path) as db:
            db.executescript(
                "CREATE TABLE event (seq INTEGER, at, kind, actor, body, hash); CREATE TABLE figure (cell, cumulative);"
                "INSERT INTO event VALUES (4, '', '', '', '{}', 'h'); INSERT INTO figure VALUES ('J7', '5');"
                "CREATE TRIGGER guard BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'no'); END")
        db.close()
        return path.read_bytes()


def supplies() -> Supplies:
    text = "version: 1\nyear: 2024\nunits:\n  - {id: a, value: 5}\nday: 2024-07-01\n".encode()
    named = dict.fromkeys(("plan", "receipts", "contacts", "key", "document"), text)
    return Supplies((FORM,), named | {"partial": b'{"a":[],"b":1,"c":"x"}', "plan book": FORM, "docx": FORM, "ledger": ledger()})


class KindTests(unittest.TestCase):
    def test_every_family_takes_its_turn(self) -> None:
        self.assertEqual(set(TURNS), set(FAMILIES))
        self.assertTrue(all(KINDS[family] for family in FAMILIES))
        drawn = {lots.drawn(1, number) for number in range(3000)}
        self.assertEqual(drawn, {(family, name) for family in FAMILIES for name in KINDS[family]})

    def test_the_same_lot_makes_the_same_file(self) -> None:
        given = supplies()
        for number in (0, 1, 2, 4, 5, 8, 10, 16):
            with self.subTest(lots.drawn(3, number)):
                first = lots.made(3, number, given)
                self.assertEqual(first, lots.made(3, number, given))

    def test_kinds_of_a_few_bytes_make_something_else(self) -> None:
        given = supplies()
        for family, name in (("form", "xml: the stamp altered"), ("form", "xml: numbers beyond all bounds"), ("plan", "cut off"),
                             ("form", "xml: merged ranges"), ("form", "xml: indices of texts"), ("key", "bytes flipped")):
            with self.subTest(name):
                made = KINDS[family][name](given, random.Random(1))
                self.assertNotIn(made.content, (*given.forms, *given.inputs.values()))


class PackingTests(unittest.TestCase):
    def test_what_does_not_lie_can_be_read(self) -> None:
        with zipfile.ZipFile(io.BytesIO(packed([entry("a/报.xml", b"<x/>"), entry("b", b"1" * 99, packing.STORED)]))) as archive:
            self.assertIsNone(archive.testzip())
            self.assertEqual((archive.namelist(), archive.read("b")), (["a/报.xml", "b"], b"1" * 99))

    def test_a_bomb_is_small_where_it_lies(self) -> None:
        one = packing.bomb("x", b"<", b"0" * 1000, 1000, b">")
        self.assertEqual((one.size, len(one.payload) < 5000), (1_000_002, True))
        with zipfile.ZipFile(io.BytesIO(packed([one]))) as archive:
            self.assertEqual(len(archive.read("x")), 1_000_002)

    def test_records_lie(self) -> None:
        with self.assertRaises(zipfile.BadZipFile):
            zipfile.ZipFile(io.BytesIO(packed([entry("a", b"1")], End(offset=7, size=9))))
        lying = entry("a", b"1" * 50)
        lying.crc ^= 1
        with zipfile.ZipFile(io.BytesIO(packed([lying]))) as archive:
            self.assertEqual(archive.testzip(), "a")

    def test_a_ledger_is_edited_past_its_guards(self) -> None:
        content, happened = edited(ledger(), ("UPDATE event SET body = 'x'",))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "l.sqlite"
            path.write_bytes(content)
            db = sqlite3.connect(path)
            self.assertEqual(db.execute("SELECT body FROM event").fetchall(), [("x",)])
            self.assertEqual(db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall(), [("guard",)])
            db.close()
        self.assertTrue(happened)
        self.assertFalse(edited(ledger(), ("DELETE FROM event WHERE seq = 99",))[1])


class RunTests(unittest.TestCase):
    def ran(self, script: str, step: Step, verdict: str = "", limits: runs.Limits = runs.Limits()) -> list[str]:
        """What is found wrong with a program that does what the script says."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name) / "case"
            (folder / "tmp").mkdir(parents=True)
            program = pathlib.Path(name) / "program"
            program.write_text(f"#!/bin/sh\n{script}\n")
            program.chmod(0o755)
            before = runs.listing(folder)
            return runs.judged(runs.run(program, step, folder), folder, before, "坏.xlsx", limits, verdict, True).wrong

    def test_what_a_run_may_come_to(self) -> None:
        names, quiet = Step(("check",), names=True), Step(("dump",))
        for script, step, wrong in (
            ("echo 坏.xlsx; exit 1", names, ""), ("echo other; exit 1", names, "unnamed"), ("exit 2", quiet, "silent"), ("exit 0", quiet, ""),
            ("kill -SEGV $$", quiet, "signal"), ("exit 139", quiet, "signal"), ("echo x; exit 3", quiet, "exit code 3"),
            ("echo 'Fatal error: x'; exit 1", quiet, "a trace"), ("touch .writing-x", quiet, "left behind: .writing-x"),
            ("touch $TMPDIR/x", quiet, "left behind: tmp/x"), ("echo x; exit 2", Step(("status",), goes_on=True), "stopped"),
            ("exit 0", Step(("ledger",), proves=True), "proved"), ("echo x >b; echo x; exit 2", Step(("x",), writes=("b",)), "written: b"),
            ("echo x >b.xlsx", Step(("x",), writes=("b.xlsx",)), "b.xlsx cannot be opened"),
            ("echo {; exit 1", Step(("check", "--format", "json")), "no json"), ("echo '{}'", Step(("check", "--format", "jsonl")), ""),
        ):
            with self.subTest(script):
                found = self.ran(script, step)
                self.assertEqual(len(found), 1 if wrong else 0, found)
                self.assertTrue(all(one.startswith(wrong) for one in found), found)

    def test_a_file_is_named_by_its_verdict(self) -> None:
        step = Step(("return",), names_if=("refused",))
        self.assertEqual((self.ran("echo x", step, "accepted"), len(self.ran("echo x", step, "refused"))), ([], 1))

    def test_what_a_run_may_use(self) -> None:
        self.assertEqual(self.ran("exit 0", Step(("x",)), limits=runs.Limits(None, None)), [])
        found = self.ran("exit 0", Step(("x",)), limits=runs.Limits(-1, 0))
        self.assertEqual([one.split(":")[0] for one in found], ["slow", "large"])

    def test_every_family_has_a_course(self) -> None:
        for family in FAMILIES:
            self.assertTrue(Course(pathlib.Path("office"), pathlib.Path("case"), family, "坏.xlsx").steps(), family)


class BatchTests(unittest.TestCase):
    def test_no_hostile_file_is_the_form(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            inbox, outside = pathlib.Path(name) / "inbox", pathlib.Path(name) / "outside"
            inbox.mkdir()
            outside.mkdir()
            marks = [written(Desk(FORM, b"later", b"foreign", outside, random.Random(n)), inbox, "海丰.xlsx", n)[0]
                     for n in range(len(BATCH_KINDS))]
            files = [path for path in inbox.iterdir()]
            self.assertEqual((len(files), len(set(marks))), (len(BATCH_KINDS), len(BATCH_KINDS)))
            plain = [path for path in files if path.is_file() and not path.is_symlink()]
            self.assertFalse([path.name for path in plain if path.read_bytes() == FORM])

    def test_what_a_report_leaves_out(self) -> None:
        report = {"read": [{"file": "a 坏00001.xlsx", "outcome": "counting"}], "refused": [{"file": "b 坏00002.zip/x.xlsx"}],
                  "ignored": ["坏00003"], "attachments": []}
        found = list(unnamed(report, {"坏00001": "k", "坏00002": "k", "坏00003": "k", "坏00004": "k"}))
        self.assertEqual([one.split()[0] for one in found], ["坏00001", "坏00001", "坏00004"])

    def test_what_may_differ_in_a_summary(self) -> None:
        told = "拒收1份文件：“a 坏00001.xlsx”，原因见“报送情况”；强制性问题1条、核实性问题3条，逐条见“审核问题”。"
        alone: dict[str, books.Rows] = {
            "总览": [{"J": "核实性问题3条，逐条见“审核问题”。"}], "报送情况": [{"A": "1", "B": "东县"}, {"A": "注："}], "指标汇总": [{"F": "5"}]}
        mixed: dict[str, books.Rows] = {
            "总览": [{"J": told}], "指标汇总": [{"F": "5"}],
            "报送情况": [{"A": "1", "B": "东县"}, {}, {"A": "未采用的文件（1份）"}, {"A": "序号", "J": "原因"}, {"E": "a 坏00001.xlsx"}, {"A": "注："}]}
        mixed = {name: mixed[name] for name in alone}
        self.assertEqual(list(books.differing(alone, mixed, ["坏00001"])), [])
        self.assertTrue(list(books.differing(alone, mixed, [])))
        mixed["指标汇总"] = [{"F": "6"}]
        self.assertEqual(list(books.differing(alone, mixed, ["坏00001"])), ["指标汇总, row 1, F: expected 5, found 6"])
        self.assertEqual((books.letter_of(0), books.letter_of(26)), ("A", "AA"))
