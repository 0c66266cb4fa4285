"""Runs programs that somebody else wrote, and says in one sentence where that does not work."""

import subprocess
from collections.abc import Iterable, Sequence


class Unusable(Exception):
    """One sentence for whoever runs this."""


def run(command: Sequence[object], allowed: Iterable[int] = (0, 1)) -> subprocess.CompletedProcess[str]:
    """What the program printed. Exit code 1 of huizong means findings, which are no failure unless it is not `allowed`."""
    words = list(map(str, command))
    result = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode not in allowed:
        raise Unusable(f"{' '.join(words[:3])} ended with {result.returncode}: {result.stderr.strip()}")
    return result


def histories(folders: Iterable[object]) -> list[object]:
    """The folders of the months before, as huizong and the oracle take them."""
    return [argument for folder in folders for argument in ("--history", folder)]
