"""How the commands take their arguments."""

import argparse
import pathlib


def parser(doc: str | None) -> argparse.ArgumentParser:
    """Shows the module's own words as help."""
    return argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)


def positional(doc: str | None, given: list[str], *names: str) -> list[str]:
    """Just these arguments, in this order."""
    made = parser(doc)
    for name in names:
        made.add_argument(name)
    options = made.parse_args(given)
    return [getattr(options, name) for name in names]


def workbooks(doc: str | None, given: list[str]) -> tuple[bool, list[pathlib.Path]]:
    """Whether the command is to prove itself first, and the workbooks that it is to look at."""
    made = parser(doc)
    made.add_argument("--prove", action="store_true")
    made.add_argument("workbooks", nargs="+", type=pathlib.Path)
    options = made.parse_args(given)
    return options.prove, options.workbooks


def of_period(doc: str | None) -> argparse.ArgumentParser:
    """Takes the plan, the period, the folders of the months before it and the inbox."""
    made = parser(doc)
    made.add_argument("--plan", required=True, type=pathlib.Path)
    made.add_argument("--period", required=True)
    made.add_argument("--history", action="append", default=[], type=pathlib.Path)
    made.add_argument("inbox", type=pathlib.Path)
    return made
