"""The kinds of damage, by what is damaged, and the lot by which one is drawn."""

import dataclasses
import random
from collections.abc import Callable

# Which sort of input a case is about: the commands that it goes through follow from it.
FAMILIES = ("form", "plan book", "archive", "plan", "receipts", "contacts", "key", "partial", "ledger", "document", "legacy")
# How the families take turns. LibreOffice needs seconds for each file of an older format.
TURNS = (
    "form", "plan", "form", "ledger", "form", "archive", "form", "plan", "partial", "form", "receipts", "plan book",
    "form", "plan", "form", "ledger", "key", "form", "document", "plan", "form", "contacts", "partial", "form", "plan",
    "ledger", "form", "archive", "plan", "legacy",
)


@dataclasses.dataclass(frozen=True)
class Supplies:
    """The sound inputs: each is damaged, or stands beside what is."""

    forms: tuple[bytes, ...]
    inputs: dict[str, bytes]


@dataclasses.dataclass(frozen=True)
class Damaged:
    """A file as it was made. `must_fail` where a proof may not hold any more, `suffix` is the ending of its name."""

    content: bytes
    suffix: str
    must_fail: bool = False


Maker = Callable[[Supplies, random.Random], Damaged]
KINDS: dict[str, dict[str, Maker]] = {family: {} for family in FAMILIES}


def kind(family: str, name: str) -> Callable[[Maker], Maker]:
    """Notes a maker under its name."""
    def noted(maker: Maker) -> Maker:
        if name in KINDS[family]:
            raise ValueError(f"two kinds {family}: {name}")
        KINDS[family][name] = maker
        return maker

    return noted


def drawn(seed: int, number: int) -> tuple[str, str]:
    """The family and the kind of a case: every kind of a family comes before one comes again."""
    family = TURNS[number % len(TURNS)]
    before = number // len(TURNS) * TURNS.count(family) + TURNS[:number % len(TURNS)].count(family)
    names = sorted(KINDS[family])
    lap = random.Random(f"{seed} {family} {before // len(names)}")
    lap.shuffle(names)
    return family, names[before % len(names)]


def made(seed: int, number: int, supplies: Supplies) -> Damaged:
    """The case of this number, whatever was made before."""
    family, name = drawn(seed, number)
    return KINDS[family][name](supplies, random.Random(f"{seed} case {number}"))


def flipped(content: bytes, lot: random.Random, most: int = 40) -> bytes:
    """Some bytes are others."""
    changed = bytearray(content)
    for _ in range(lot.randint(1, most)):
        changed[lot.randrange(len(changed))] ^= lot.randint(1, 255)
    return bytes(changed)


def cut(content: bytes, lot: random.Random) -> bytes:
    return content[:lot.randrange(len(content))]
