"""Puts made-up texts of cells (quantity-texts) to a program and to the second reading (quantity-grammar), and holds the
two against each other and against what the texts' maker knows.

Usage: scripts/oracle/run compare-quantities --program FormsBench [--seed N] [--size N]
  The program is run as `FormsBench quantities`; it answers lines of JSON as quantity-grammar does.

Both have to give the same reading, value and marks. What the maker knows to have one reading has to be taken, with its value;
what it knows not to has to be refused as it says. Whatever is taken is made of nothing but the grammar's characters, and the
pieces that the second reading took are the whole text. Where a refusal names a character (`at`), it is one of the text's.
Exit codes: 0 no disagreement; 1 some; 2 the program does not answer.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from oracle import arguments
from oracle.quantities import quantity_grammar as grammar
from oracle.quantities import spoken
from oracle.quantities.meaning import Column
from oracle.quantities.measures import KNOWN
from oracle.quantities.quantity_texts import Maker
from oracle.quantities.question import Answer
from oracle.quantities.text_figures import Case

MOST = 40
# Every character that a quantity may be made of, once it is cleaned.
WORDS = (grammar.TOTALS, grammar.DONE, grammar.ABOUT, grammar.MORE, grammar.OR_SO, grammar.MINUS, KNOWN)
CHARACTERS = set("0123456789., \n-()百分之成累计" + spoken.DIGITS + "〇两十百千万亿").union(*("".join(words) for words in WORDS))


def asked(program: str, cases: list[Case]) -> list[Answer]:
    """The program's answers, one for each text."""
    questions = "".join(json.dumps(case.question, ensure_ascii=False) + "\n" for case in cases)
    try:
        run = subprocess.run([program, "quantities"], input=questions.encode(), stdout=subprocess.PIPE, check=True)
        answers = [json.loads(line) for line in run.stdout.splitlines()]
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        raise SystemExit(f"compare-quantities: {program} does not answer: {error}") from error
    if len(answers) != len(cases):
        raise SystemExit(f"compare-quantities: {program} answers {len(answers)} of {len(cases)} lines")
    return answers


# What of an answer both sides have to agree on: its kind, and the values with their marks.
Meant = tuple[str, frozenset[Fraction], frozenset[str]]


def meant(answer: Answer) -> Meant:
    """What of an answer both sides have to agree on."""
    kind = answer["reading"]
    if kind == "quantity":
        return kind, frozenset({Fraction(answer["value"])}), frozenset(answer["marks"])
    if kind == "ambiguous":
        return kind, frozenset(map(Fraction, answer["values"])), frozenset()
    return kind, frozenset(), frozenset()


def agree(theirs: Meant, ours: Meant) -> bool:
    """Whether two answers are the same; of several readings it is enough to name two that there are."""
    if theirs[0] == ours[0] == "ambiguous":
        return len(theirs[1]) > 1 and theirs[1] <= ours[1]
    return theirs == ours


def differences(case: Case, theirs: Answer, ours: Answer) -> Iterator[str]:
    """What is wrong with the program's answer to one text, and with ours."""
    said = meant(theirs)
    if not agree(said, meant(ours)):
        yield f"{said[0]} by the program, {ours['reading']} by the second reading"
    for side, answer in (("the program", theirs), ("the second reading", ours)):
        yield from unlike_known(case, side, meant(answer))
    if said[0] == "quantity":
        column = Column(case.measure, not case.current, case.bare)
        text, pieces = grammar.clean(case.text), grammar.read(case.text, column).pieces
        if strange := sorted(set(text) - CHARACTERS - set(case.measure)):
            yield f"taken with {' '.join(map(ascii, strange))} in it"
        if "".join(pieces) != text:
            yield "taken with something left over"
    if not any(theirs.get("at", "") in text for text in (case.text, grammar.clean(case.text), case.bare or "")):
        yield "refused for a character that is not there"


def unlike_known(case: Case, side: str, said: Meant) -> Iterator[str]:
    """What of one side's answer is not as the text's maker knows it."""
    if case.reading is None:
        return
    if said[0] != case.reading:
        yield f"{case.kind} text, known as {case.reading}: {said[0]} by {side}"
    elif case.reading == "quantity":
        value = frozenset() if case.value is None else frozenset({case.value})
        if said[1:] != (value, case.marks):
            yield f"{case.kind} text with another {'value' if said[1] != value else 'mark'} by {side}"


def main(given: list[str]) -> int:
    parser = arguments.parser(__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=20_000)
    options = parser.parse_args(given)
    cases = list(Maker(options.seed).cases(options.size))
    try:
        answers = asked(options.program, cases)
    except SystemExit as reason:
        print(reason, file=sys.stderr)
        return 2
    counts: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    shown = 0
    for case, theirs in zip(cases, answers):
        ours = grammar.answer(case.question)
        counts[case.kind] += 1
        taken[case.kind] += theirs["reading"] == "quantity"
        found = list(differences(case, theirs, ours))
        kinds.update(found)
        if found and shown < MOST:
            shown += 1
            print(json.dumps(case.question, ensure_ascii=False))
            print(f"  {'; '.join(found)}")
            print(f"  program {json.dumps(theirs, ensure_ascii=False)}\n  second  {json.dumps(ours, ensure_ascii=False)}")
            if case.reading:
                print(f"  known   {case.reading} {'' if case.value is None else grammar.written(case.value)} {sorted(case.marks)}")
    for kind, count in sorted(kinds.items(), key=lambda pair: -pair[1]):
        print(f"{count:7} × {kind}")
    print(f"seed {options.seed}: " + ", ".join(f"{count} {kind} ({taken[kind]} taken)" for kind, count in sorted(counts.items())))
    print(f"{options.size} texts, {sum(kinds.values())} disagreements")
    return 1 if kinds else 0
