"""LibreOffice without a window, in a profile of its own that is thrown away, and what its PDFs say."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unicodedata

from openpyxl.workbook import Workbook

from oracle.workbooks.opening import opened

RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
TIMEOUT = 240


class OfficeError(Exception):
    """LibreOffice does not do what it is asked for."""


# A page as it is printed: its size in points (width, height) and its text as laid out.
Page = tuple[tuple[float, float], str]


def converted(source: pathlib.Path, kind: str, folder: pathlib.Path | str, recalculate: bool = False) -> pathlib.Path:
    """Converts a workbook to `kind` (pdf, xlsx) into the folder. LibreOffice believes the stored results of formulas
    unless it is told to recalculate."""
    with tempfile.TemporaryDirectory() as profile:
        if recalculate:
            user = pathlib.Path(profile, "user")
            user.mkdir()
            (user / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS, encoding="utf-8")
        command = [
            shutil.which("soffice") or "soffice", "--headless", "--norestore", "--nolockcheck",
            f"-env:UserInstallation={pathlib.Path(profile).as_uri()}",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML" if kind == "xlsx" else kind,
            "--outdir", str(folder), str(source),
        ]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT, check=False)
    target = pathlib.Path(folder, source.stem + "." + kind)
    if done.returncode != 0 or not target.is_file():
        raise OfficeError(f"soffice could not convert {source}: {done.stderr.decode(errors='replace').strip()}")
    return target


def worked_out_anew(source: pathlib.Path) -> Workbook:
    """The values that a workbook has once LibreOffice has worked out every formula."""
    with tempfile.TemporaryDirectory() as folder:
        return opened(converted(source, "xlsx", folder, recalculate=True), values=True)


def folded(text: object) -> str:
    """For comparing what is printed with what a cell holds: forms unified, blanks gone."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(text)))


def pdf_pages(path: pathlib.Path) -> list[Page]:
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode("utf-8")
    pages = text.split("\f")
    if pages and not pages[-1].strip():
        pages.pop()
    facts = subprocess.run(["pdfinfo", "-f", "1", "-l", str(len(pages)), str(path)], capture_output=True, check=True)
    sizes = re.findall(r"^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)", facts.stdout.decode("utf-8"), re.MULTILINE)
    return [((float(width), float(height)), page) for (width, height), page in zip(sizes, pages, strict=True)]
