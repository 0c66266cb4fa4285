"""Damage to ledgers, to what `huizong partial` writes, to archives of forms and to workbooks of plans."""

import json
import pathlib
import random
import re
import sqlite3
import tempfile
from collections.abc import Callable

from oracle.hostile import packing
from oracle.hostile.kinds import KINDS, Damaged, Supplies, cut, flipped, kind
from oracle.hostile.packing import Entry, bomb, entry, packed

# One change of a ledger's tables: the sentences of SQL, whatever guards them.
Change = tuple[str, ...]
CHANGES: dict[str, tuple[Change, ...]] = {
    "figures": (("UPDATE figure SET cumulative = '999'",), ("UPDATE figure SET cumulative = printf('%.*c', 3000000, '9') WHERE cell = 'J7'",),
                ("UPDATE figure SET cumulative = x'00ff'", "UPDATE figure SET cell = 5"), ("DELETE FROM figure",)),
    "events": (("UPDATE event SET body = '{' WHERE seq = 5",), ("UPDATE event SET body = x'00' WHERE seq % 3 = 0",),
               ("DELETE FROM event WHERE seq = 7",), ("UPDATE event SET seq = seq + 1000000 WHERE seq > 9",),
               ("UPDATE event SET at = 'never', kind = 'unknown', actor = char(0) WHERE seq > 3",),
               ("UPDATE event SET body = body || body WHERE seq > 2",), ("UPDATE event SET hash = '' WHERE seq = 4",),
               ("UPDATE event SET body = replace(body, '2024', '99999999999999999999')",),
               ("UPDATE event SET body = printf('%.*c', 2000000, '[') WHERE seq = 6",)),
    "readings": (("UPDATE reading SET expected = 9223372036854775807, read = -9223372036854775808",),
                 ("UPDATE reading SET unit = 'nobody', period = '2099-99'",), ("UPDATE reading SET lastDay = 'x', digest = ''",),
                 ("UPDATE reading SET isRefused = 'text', expected = 1e308",)),
    "receipts": (("UPDATE receipt SET day = 'soon', name = printf('%.*c', 100000, 'n')",), ("UPDATE receipt SET period = ''",),
                 ("UPDATE receipt SET size = 'big', isStated = -5",), ("UPDATE receipt SET name = 'a' || char(0) || 'b'",)),
    "tables": (("DROP TABLE figure",), ("DROP TABLE verdict",), ("ALTER TABLE event RENAME COLUMN body TO corpse",),
               ("DELETE FROM grdb_migrations",), ("INSERT INTO grdb_migrations VALUES ('v999')",),
               ("CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END",),
               ("CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
                "PRAGMA user_version = 77"), ("PRAGMA application_id = 5",)),
}


def edited(content: bytes, change: Change) -> tuple[bytes, bool]:
    """The ledger after a change that no trigger was allowed to stop, and whether the change came about."""
    with tempfile.TemporaryDirectory(prefix="oracle-ledger-") as folder:
        path = pathlib.Path(folder) / "ledger.sqlite"
        path.write_bytes(content)
        # Texts that are none are put in on purpose.
        with sqlite3.connect(path, isolation_level=None) as db:
            db.execute("PRAGMA journal_mode = DELETE")
            triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                db.execute(f'DROP TRIGGER "{name}"')
            happened = False
            for sentence in change:
                before = db.total_changes
                db.execute(sentence)
                happened = happened or db.total_changes > before or not sentence.startswith(("UPDATE", "DELETE"))
            for _, sentence in triggers:
                try:
                    db.execute(sentence)
                except sqlite3.OperationalError:
                    # Its table is gone.
                    continue
        db.close()
        return path.read_bytes(), happened


def _ledger_kind(table: str, changes: tuple[Change, ...]) -> None:
    def of_table(supplies: Supplies, lot: random.Random) -> Damaged:
        content, happened = edited(supplies.inputs["ledger"], lot.choice(changes))
        return Damaged(content, ".sqlite", must_fail=happened)

    kind("ledger", f"edited: {table}")(of_table)


for _table, _changes in CHANGES.items():
    _ledger_kind(_table, _changes)


@kind("ledger", "bytes flipped")
def ledger_flipped(supplies: Supplies, lot: random.Random) -> Damaged:
    return Damaged(flipped(supplies.inputs["ledger"], lot, 200), ".sqlite")


@kind("ledger", "bytes flipped at the head")
def ledger_head(supplies: Supplies, lot: random.Random) -> Damaged:
    content = supplies.inputs["ledger"]
    return Damaged(flipped(content[:300], lot, 6) + content[300:], ".sqlite")


@kind("ledger", "cut off")
def ledger_cut(supplies: Supplies, lot: random.Random) -> Damaged:
    content = supplies.inputs["ledger"]
    return Damaged(content[:max(100, lot.randrange(len(content) // 4096) * 4096 + lot.choice([0, 0, 17]))], ".sqlite", must_fail=True)


@kind("ledger", "none at all")
def no_ledger(supplies: Supplies, lot: random.Random) -> Damaged:
    return Damaged(lot.choice([b"SQLite format 3\0", lot.randbytes(9000), b"x", lot.choice(supplies.forms)]), ".sqlite", must_fail=True)


@kind("ledger", "another program's")
def foreign(supplies: Supplies, lot: random.Random) -> Damaged:
    with tempfile.TemporaryDirectory(prefix="oracle-ledger-") as folder:
        path = pathlib.Path(folder) / "other.sqlite"
        with sqlite3.connect(path) as db:
            db.execute(lot.choice(["CREATE TABLE event (seq)", "CREATE TABLE other (x)", "CREATE VIEW event AS SELECT 1 AS seq"]))
        db.close()
        return Damaged(path.read_bytes(), ".sqlite", must_fail=True)


PartialMaker = Callable[[str, random.Random], str | bytes]


def partial(name: str) -> Callable[[PartialMaker], PartialMaker]:
    def noted(maker: PartialMaker) -> PartialMaker:
        def of_partial(supplies: Supplies, lot: random.Random) -> Damaged:
            made = maker(supplies.inputs["partial"].decode(), lot)
            return Damaged(made if isinstance(made, bytes) else made.encode(), ".partial")

        kind("partial", name)(of_partial)
        return maker

    return noted


@partial("bytes flipped")
def partial_flipped(content: str, lot: random.Random) -> bytes:
    return flipped(content.encode(), lot, 6)


@partial("cut off or nothing")
def partial_cut(content: str, lot: random.Random) -> bytes:
    return lot.choice([cut(content.encode(), lot), b"", b"\0" * 100, b"{}", b"[]", b"null", b"\xef\xbb\xbf" + content.encode()])


@partial("deep nesting")
def partial_deep(content: str, lot: random.Random) -> str:
    depth = lot.choice([600, 100_000, 2_000_000])
    return lot.choice(["[" * depth, '{"a":' * depth, content.replace(":[]", ":" + "[" * depth + "]" * depth, 1)])


@partial("numbers")
def partial_numbers(content: str, lot: random.Random) -> str:
    wrong = ["1e999", "-1", "9" * 400, "1.5", "null", "true", "NaN", "18446744073709551616"]
    return re.sub(r"(?<=:)\d+(?=[,}])", lambda one: lot.choice(wrong) if lot.random() < 0.05 else one[0], content)


@partial("texts")
def partial_texts(content: str, lot: random.Random) -> str:
    wrong = ['""', '"\\u0000"', '"\\ud800"', '"' + "x" * 500_000 + '"', '"2099-99"', '"../../x"', "[]", "{}", "0"]
    return re.sub(r'(?<=:)"[^"\\]*"', lambda one: lot.choice(wrong) if lot.random() < 0.01 else one[0], content)


def shaken(value: object, lot: random.Random) -> object:
    """The same tree with some branches gone, doubled or others."""
    if lot.random() < 0.01:
        return lot.choice([None, [], {}, -1, "", 1e300, True])
    if isinstance(value, dict):
        return {key: shaken(one, lot) for key, one in value.items() if lot.random() > 0.002}
    if isinstance(value, list):
        return [shaken(one, lot) for one in value for _ in range(lot.choice([1] * 30 + [0, 2]))]
    return value


@partial("fields gone and doubled")
def partial_shaken(content: str, lot: random.Random) -> str:
    first = json.dumps(shaken(json.loads(content.split("\n", 1)[0]), lot), ensure_ascii=False)
    return "\n".join([first] + [line if lot.random() > 0.1 else "" for line in content.split("\n")[1:]])


@kind("archive", "forms within, one damaged")
def archive_one_bad(supplies: Supplies, lot: random.Random) -> Damaged:
    good = [entry(f"县区/好{number}.xlsx", form, packing.STORED) for number, form in enumerate(supplies.forms)]
    return Damaged(packed(good + [entry("坏.xlsx", flipped(lot.choice(supplies.forms), lot), packing.STORED)]), ".zip")


@kind("archive", "names")
def archive_names(supplies: Supplies, lot: random.Random) -> Damaged:
    names = [b"../../escaped.xlsx", b"/escaped.xlsx", b"..\\escaped.xlsx", b"a\0.xlsx", "海丰.xlsx".encode("gbk"), b"\xff\xfe.xlsx",
             b"a/" * 500 + b"b.xlsx", b"n" * 60_000 + b".xlsx", b"same.xlsx", b"SAME.xlsx", b"same.xlsx", b"same.xlsx/inner.xlsx", b".xlsx", b""]
    form = lot.choice(supplies.forms)
    return Damaged(packed([Entry(name, form, packing.STORED, lot.choice([0, packing.UTF8]), size=len(form)) if lot.random() < 0.3
                           else entry(name, form, packing.STORED) for name in lot.sample(names, 9)]), ".zip")


@kind("archive", "archives within archives")
def archive_nested(supplies: Supplies, lot: random.Random) -> Damaged:
    inner = packed([entry("表.xlsx", lot.choice(supplies.forms))])
    for _ in range(lot.choice([2, 20])):
        inner = packed([entry("再包.zip", inner, packing.STORED), entry("表.xlsx", supplies.forms[0])])
    return Damaged(inner, ".zip")


@kind("archive", "bombs")
def archive_bombs(supplies: Supplies, lot: random.Random) -> Damaged:
    made = [bomb(f"{number}.xlsx", b"PK", bytes(1 << 20), 70, b"") for number in range(3)]
    if lot.random() < 0.5:
        made[0].size = 100
    return Damaged(packed(made + [entry("好.xlsx", supplies.forms[0], packing.STORED)]), ".zip")


@kind("archive", "many small files")
def archive_many(supplies: Supplies, lot: random.Random) -> Damaged:
    return Damaged(packed([Entry(b"%d/%d.%s" % (one % 50, one, lot.choice([b"txt", b"xlsx"])), b"", packing.STORED)
                           for one in range(lot.choice([300, 3000]))]), ".zip")


@kind("archive", "cut off, flipped, encrypted")
def archive_damaged(supplies: Supplies, lot: random.Random) -> Damaged:
    members = [entry(f"{number}.xlsx", form, packing.STORED) for number, form in enumerate(supplies.forms)]
    if lot.random() < 0.3:
        for one in members:
            one.flags |= packing.ENCRYPTED
        return Damaged(packed(members), ".zip")
    return Damaged(lot.choice([cut, flipped])(packed(members), lot), ".zip")


def also_plan_books() -> None:
    """Workbooks of plans suffer whatever forms do."""
    for name, maker in KINDS["form"].items():
        def of_book(supplies: Supplies, lot: random.Random, maker: Callable[[Supplies, random.Random], Damaged] = maker) -> Damaged:
            return maker(Supplies((supplies.inputs["plan book"],), supplies.inputs), lot)

        kind("plan book", name)(of_book)
