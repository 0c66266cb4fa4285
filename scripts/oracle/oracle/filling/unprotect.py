"""Takes the protection off a form's sheets, as several programs do without asking for the passphrase."""

import pathlib
import re
import zipfile

PROTECTION = re.compile(rb"<sheetProtection\b[^>]*/>")


def copy_without_protection(source: pathlib.Path | str, target: pathlib.Path) -> None:
    """All other bytes of the parts stay as they are."""
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            content = package.read(name)
            if name.startswith("xl/worksheets/"):
                content = PROTECTION.sub(b"", content)
            copy.writestr(name, content)
