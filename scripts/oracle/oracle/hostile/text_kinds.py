"""Damage to plans, lists, keys and documents, and files of older formats."""

import random
import re
from collections.abc import Callable

from oracle.hostile import packing
from oracle.hostile.kinds import Damaged, Supplies, cut, flipped, kind
from oracle.hostile.packing import entry, packed
from oracle.hostile.zip_kinds import entries_of

TextMaker = Callable[[str, random.Random], str | bytes]
ENDINGS = {"plan": ".yaml", "receipts": ".csv", "contacts": ".csv", "key": ".key", "document": ".txt"}


def text(families: str, name: str) -> Callable[[TextMaker], TextMaker]:
    """A kind of damage to texts, of the families that are named, with commas between."""
    def noted(maker: TextMaker) -> TextMaker:
        for family in families.split(","):
            def of_text(supplies: Supplies, lot: random.Random, family: str = family) -> Damaged:
                made = maker(supplies.inputs[family].decode("utf-8", "replace"), lot)
                return Damaged(made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass"), ENDINGS[family])

            kind(family, name)(of_text)
        return maker

    return noted


ALL = "plan,receipts,contacts,key,document"


def at_lines(content: str, lot: random.Random, most: int, change: Callable[[str], str]) -> str:
    """Some lines are others."""
    lines = content.split("\n")
    for _ in range(lot.randint(1, most)):
        at = lot.randrange(len(lines))
        lines[at] = change(lines[at])
    return "\n".join(lines)


@text(ALL, "bytes flipped")
def bytes_flipped(content: str, lot: random.Random) -> bytes:
    return flipped(content.encode() or b"x", lot, 12)


@text(ALL, "cut off")
def cut_off(content: str, lot: random.Random) -> bytes:
    return cut(content.encode() or b"x", lot)


@text(ALL, "nothing, or noise")
def noise(content: str, lot: random.Random) -> bytes:
    return lot.choice([b"", b"\n" * 50_000, b"\xef\xbb\xbf", b"\0" * 4096, lot.randbytes(20_000), b"\xff\xfe" + content.encode("utf-16-le")])


@text(ALL, "another encoding")
def encoded(content: str, lot: random.Random) -> bytes:
    return content.encode(lot.choice(["gbk", "utf-16", "utf-32", "utf-16-be", "gb18030"]), "replace")


@text(ALL, "control characters")
def control(content: str, lot: random.Random) -> str:
    junk = ["\0", "\x1b[2J", "\u202e", "\ufeff", "\u2028", "\r", "\x85", "\ud800", "\x7f"]
    return at_lines(content, lot, 8, lambda line: line[:len(line) // 2] + lot.choice(junk) + line[len(line) // 2:])


@text(ALL, "a text of a megabyte")
def megabyte(content: str, lot: random.Random) -> str:
    piece = lot.choice(["报", "x", "\"", ",", "9", " ", "\\", "- "])
    return at_lines(content, lot, 1, lambda line: line + lot.choice([" ", '"', "", ": "]) + piece * 1_000_000)


@text("plan", "deep nesting")
def deep(content: str, lot: random.Random) -> str:
    depth = lot.choice([200, 5_000, 100_000])
    made = lot.choice(["[" * depth, "[" * depth + "]" * depth, "{a: " * depth, "- " * depth + "x", "? " * depth,
                       "\n".join(" " * level + "a:" for level in range(min(depth, 3000)))])
    return content + "\nrules: " + made + "\n"


@text("plan", "aliases")
def aliases(content: str, lot: random.Random) -> str:
    wide = "\n".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 10))
    bomb = f"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n{wide}\n"
    return lot.choice([bomb + content, bomb + re.sub(r"units:", "units: *a9\nold:", content, count=1),
                       content + "\nx: &x [*x]\n", content + "\nx: *none\n", "<<: *a\n" + content])


@text("plan", "numbers")
def numbers(content: str, lot: random.Random) -> str:
    wrong = ["1e308", "1e999", "99999999999999999999999999", ".nan", ".inf", "-1", "0x7fffffffffffffff", "1_000", "0o777", "12:30:45", "1" * 500]
    return re.sub(r"(?<=: )\d+(?=[,}\n])", lambda one: lot.choice(wrong) if lot.random() < 0.03 else one[0], content)


@text("plan", "tabs and indents")
def tabs(content: str, lot: random.Random) -> str:
    return at_lines(content, lot, 6, lambda line: lot.choice(["\t", " ", "\u3000", "      ", "-"]) + line)


@text("plan", "keys twice or unknown")
def keys(content: str, lot: random.Random) -> str:
    return at_lines(content, lot, 4, lambda line: lot.choice([line + "\n" + line, "nonsense: 1\n" + line, line.replace(":", "", 1)]))


@text("plan", "wrong types")
def types(content: str, lot: random.Random) -> str:
    wrong = ["[]", "{}", "null", "~", "[[1]]", "{a: b}", "true", "!!binary AAAA", "!!python/object:os.system x", "!x y", "*a", "&a b", "| x"]
    return re.sub(r"(?<=: )[^\n]+$", lambda one: lot.choice(wrong) if lot.random() < 0.02 else one[0], content, flags=re.M)


@text("plan", "lines gone and moved")
def lines(content: str, lot: random.Random) -> str:
    kept = content.split("\n")
    for _ in range(lot.randint(1, 6)):
        at = lot.randrange(len(kept))
        line = kept.pop(at)
        if lot.random() < 0.5:
            kept.insert(lot.randrange(len(kept)), line)
    return "\n".join(kept)


@text("plan", "periods and days")
def days(content: str, lot: random.Random) -> str:
    wrong = ["2024-13-40", "0000-00-00", "99999-01-01", "2024-02-30", "-1", "2024"]
    made = re.sub(r"\d{4}-\d\d-\d\d", lambda one: lot.choice(wrong) if lot.random() < 0.05 else one[0], content)
    return re.sub(r"year: 2024", lambda one: "year: " + lot.choice(["0", "999999999", "-5", "2024"]), made, count=1)


@text("plan", "rules")
def rules(content: str, lot: random.Random) -> str:
    expressions = ["(" * 50_000, "1" + "+1" * 100_000, "累计 <= ", "非 " * 20_000 + "真", "1/0 > 0", "9" * 5000 + " > 累计", "\"" * 99,
                   "读表发现(" * 5000, "", "-" * 90_000 + "1 > 0"]
    made = lot.choice(expressions).replace("'", "''")
    said = made[:60].replace("{", "")
    return (re.sub(r"^rules:.*$", "", content, flags=re.M)
            + f"\nrules:\n  - {{id: W01, expression: '{made}', message: '{said}'}}\n  - {{id: W02, when: '{made}'}}\n")


@text("plan", "an office of many units")
def many_units(content: str, lot: random.Random) -> str:
    more = "".join(f"  - {{id: m{one}, name: 第{one}局, short: 第{one}局, kind: county}}\n" for one in range(5000))
    return content.replace("units:\n", "units:\n" + more, 1)


@text("receipts,contacts", "quotes and fields")
def fields(content: str, lot: random.Random) -> str:
    wrong = ['"', '"a\nb"', "," * 5000, 'x"y', "=cmd()", "../../x,2024-07-01", "\u3000"]
    return at_lines(content, lot, 5, lambda line: lot.choice(wrong) + line + lot.choice(wrong))


@text("receipts,contacts", "days")
def list_days(content: str, lot: random.Random) -> str:
    wrong = ["2024-13-45", "99999-01-01", "45475", "1e308", "7月3日", "", "-1", "昨天"]
    return re.sub(r"2024-\d\d-\d\d", lambda one: lot.choice(wrong), content)


@text("receipts,contacts", "200,000 lines")
def many_lines(content: str, lot: random.Random) -> str:
    last = content.rstrip("\n").rsplit("\n", 1)[-1]
    return content + "".join(f"{one}{last}\n" for one in range(lot.choice([20_000, 200_000])))


@kind("document", "a docx: cut, flipped or a bomb")
def docx(supplies: Supplies, lot: random.Random) -> Damaged:
    content = supplies.inputs["docx"]
    body = "word/document.xml"
    members = [one for one in entries_of(content) if one.name != body.encode()]
    depth = lot.choice([10_000, 400_000])
    made: list[Callable[[], bytes]] = [
        lambda: cut(content, lot), lambda: flipped(content, lot),
        lambda: packed(members + [packing.bomb(body, b"<w>", b"<p>" * 1000 + b"</p>" * 1000, 30_000, b"</w>")]),
        lambda: packed(members + [entry(body, b"<x>" * depth)])]
    return Damaged(lot.choice(made)(), ".docx")


@kind("legacy", "noise in an older format")
def older(supplies: Supplies, lot: random.Random) -> Damaged:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + lot.randbytes(lot.randint(100, 5000))
    ods = packed([entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", packing.STORED),
                  entry("content.xml", b"<x>" * lot.choice([3, 5000]))])
    return lot.choice([Damaged(ole, ".xls"), Damaged(ole, ".et"), Damaged(ods, ".ods"), Damaged(b"", ".xls"),
                       Damaged(lot.choice(supplies.forms), ".xls"), Damaged(b"<html><table><tr><td>1</td></tr></table></html>", ".xls")])
