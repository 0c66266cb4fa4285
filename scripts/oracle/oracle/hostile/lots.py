"""Which damaged file a lot draws: brings the kinds of all families together."""

import pathlib
import sqlite3

from oracle.hostile import kinds, store_kinds, text_kinds, xml_kinds, zip_kinds

MODULES = (zip_kinds, xml_kinds, text_kinds, store_kinds)
store_kinds.also_plan_books()
drawn, made = kinds.drawn, kinds.made


def settled(ledger: pathlib.Path) -> bytes:
    """A ledger as one file, with nothing beside it."""
    db = sqlite3.connect(ledger)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return ledger.read_bytes()
