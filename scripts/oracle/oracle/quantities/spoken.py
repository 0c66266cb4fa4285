"""Numbers in Chinese characters, as the table "How a number is read" of Sources/Forms/README.md has them.

A run (a row of 〇零一二两三四五六七八九十百千万亿) is a number spoken in full, digits one by one, a number with two readings
(一百二 is 102 and 120), several numbers (三五), or none.
"""

import re
from dataclasses import dataclass

DIGITS = "零一二三四五六七八九"
PLACES = {"千": 1000, "百": 100, "十": 10}
SECTIONS = (("亿", 10**8), ("万", 10**4), ("", 1))
BOUND = 10**12
RUN = re.compile("[〇零一二两三四五六七八九十百千万亿]+")
ONE_BY_ONE = re.compile("(?=.*零)[一二三四五六七八九][零一二三四五六七八九]{1,8}")


@dataclass(frozen=True)
class Spoken:
    """What a run says: one value, two of which one is meant, or `several` numbers; `large` is 万 or 亿 inside."""

    values: tuple[int, ...]
    several: bool = False
    large: bool = False


def read_run(run: str) -> Spoken | None:
    """What the whole run says; None where it is no number."""
    words = _plain(run)
    if words == "零":
        return None
    large = "万" in words or "亿" in words
    value = _in_full(words)
    if value is not None:
        return Spoken((value,), large=large)
    if ONE_BY_ONE.fullmatch(words) and "两" not in run:
        return Spoken((int("".join(str(DIGITS.index(digit)) for digit in words)),))
    if values := _left_out_place(words):
        return Spoken(values, large=large)
    if _neighbours(run):
        return Spoken((), several=True, large=large)
    return None


def number_of(run: str) -> str:
    """What of a run is of the number: all but a last 万 or 亿, where the run has no other."""
    return run[:-1] if len(run) > 1 and run[-1] in "万亿" and not re.search("[万亿]", run[:-1]) else run


def spell(number: int) -> str:
    """The number spoken in full: the one spelling that the table allows, with 零 and 二."""
    if number == 0:
        return "零"
    text, left_out = "", False
    for mark, size in SECTIONS:
        section = number // size % 10**4
        if section == 0:
            left_out = bool(text)
            continue
        if text and (left_out or section < 1000):
            text += "零"
        text += _spell_section(section, first=not text) + mark
        left_out = False
    return text


def _spell_section(section: int, first: bool) -> str:
    text, left_out = "", False
    for mark, size in (*PLACES.items(), ("", 1)):
        digit = section // size % 10
        if digit == 0:
            left_out = bool(text)
            continue
        if left_out:
            text += "零"
        # 一十 only behind another place.
        text += mark if mark == "十" and digit == 1 and first and not text else DIGITS[digit] + mark
        left_out = False
    return text


def _plain(run: str) -> str:
    words = run.replace("〇", "零")
    return "二" if words == "两" else re.sub("两(?=[百千万亿])", "二", words)


def _in_full(words: str) -> int | None:
    """The value of a number spoken in full: counted up without care, then held against its one spelling."""
    total, section, digit = 0, 0, 0
    for word in words:
        if word in DIGITS:
            digit = DIGITS.index(word)
        elif word in PLACES:
            section, digit = section + (digit or 1) * PLACES[word], 0
        elif word in "万亿":
            total, section, digit = total + (section + digit) * (10**4 if word == "万" else 10**8), 0, 0
        else:
            return None
    total += section + digit
    return total if total < BOUND and spell(total) == words else None


def _left_out_place(words: str) -> tuple[int, ...]:
    """102 and 120 for 一百二."""
    places = PLACES | {"万": 10**4, "亿": 10**8}
    if len(words) < 3 or words[-1] not in DIGITS[1:] or words[-2] not in "百千万亿":
        return ()
    base, digit = _in_full(words[:-1]), DIGITS.index(words[-1])
    return () if base is None else (base + digit, base + digit * places[words[-2]] // 10)


def _neighbours(run: str) -> bool:
    """Two digits next to each other, either of which alone makes a number spoken in full."""
    figure = DIGITS[1:] + "两"
    return any(
        run[at] in figure and run[at + 1] in figure
        and all(_in_full(_plain(run[:out] + run[out + 1:])) is not None for out in (at, at + 1))
        for at in range(len(run) - 1)
    )
