"""The arguments that the commands about a period share."""

import argparse
import pathlib


def parser(doc):
    """Takes the plan, the period, the folders of the months before it and the inbox; `doc` is the help."""
    made = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--plan", required=True, type=pathlib.Path)
    made.add_argument("--period", required=True)
    made.add_argument("--history", action="append", default=[], type=pathlib.Path)
    made.add_argument("inbox", type=pathlib.Path)
    return made
