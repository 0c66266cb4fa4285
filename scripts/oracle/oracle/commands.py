"""The commands of the oracle: each is the `main` of one module, which is imported only when it is asked for."""

import ast
import importlib
import pathlib
import sys

COMMANDS = {
    "recompute": "summary", "compare": "summary", "compare-lists": "summary", "compare-more": "summary",
    "evaluate": "summary", "follow": "summary",
    "change-cell": "changes", "moved": "changes", "corrupt": "changes", "plant": "changes", "spoil-each": "changes",
    "edit-figures": "changes", "same-formulas": "changes",
    "compare-quantities": "quantities", "quantity-grammar": "quantities", "quantity-texts": "quantities",
    "fill": "filling", "later-month": "filling", "random-months": "filling",
    "mutate": "clerk",
    "render-check": "workbooks", "recalculate": "workbooks", "recalculated": "workbooks", "wps-safe": "workbooks",
    "bulletin": "workbooks", "page": "workbooks",
    "crash": "ledger",
    "hostile": "hostile", "hostile-batch": "hostile",
}


def module_of(command: str) -> str:
    return f"oracle.{COMMANDS[command]}.{command.replace('-', '_')}"


def purpose(command: str) -> str:
    """The first sentence of what the command's module says of itself; the module is not imported for it."""
    path = pathlib.Path(__file__).parent / COMMANDS[command] / f"{command.replace('-', '_')}.py"
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(words.split("\n\n")[0].split())


def listing() -> str:
    lines = ["Usage: scripts/oracle/run COMMAND …, or --help behind a command", ""]
    lines += [f"  {command:20}{purpose(command)}" for command in COMMANDS]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Runs the command that the first argument names; without one, says which there are (exit code 2)."""
    if not arguments or arguments[0] not in COMMANDS:
        asked = bool(arguments) and arguments[0] in ("-h", "--help")
        print(listing(), file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    # What argparse calls the command by.
    sys.argv[0] = f"run {arguments[0]}"
    status: int = importlib.import_module(module_of(arguments[0])).main(arguments[1:])
    return status
