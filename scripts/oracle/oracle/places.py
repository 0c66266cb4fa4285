"""Where the project keeps what the oracle works on."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples" / "shanwei-2024"
PLAN = SAMPLE / "plan.yaml"
# The program that runs a command of the oracle.
RUN = ROOT / "scripts" / "oracle" / "run"


def submissions(month: object) -> pathlib.Path:
    """The folder of what the sample's units sent in for a month."""
    return SAMPLE / "submissions" / str(month)
