"""Prints a bulletin through LibreOffice and compares its pages with the text file of the same bulletin.

Usage: scripts/oracle/run bulletin BULLETIN.docx BULLETIN.txt
Exit codes: 0 as it should be; 1 not.
"""

import pathlib
import re
import tempfile

from oracle import arguments
from oracle.findings import told
from oracle.workbooks.office import converted, folded, pdf_pages

A4 = (595, 842)
HEADINGS = ["一、总体情况", "二、主要指标", "三、分单位排名", "四、存在问题", "五、下一步要求"]
# Who it goes to, what is left to the author, and who it is from have no figure.
WITHOUT = re.compile(r"^(【|各有关单位：|（此处由起草人填写。）|（成文日期）|[一二三四五]、|（[一二三四五六七八九十]+）)")


def main(given: list[str]) -> int:
    document, text = map(pathlib.Path, arguments.positional(__doc__, given, "document", "text"))
    lines = [line.strip("　 ") for line in text.read_text(encoding="utf-8").splitlines()]
    problems = []
    if [line for line in lines if line in HEADINGS] != HEADINGS:
        problems.append("the headings are not in their order")
    for line in lines[:-2]:
        if not WITHOUT.match(line) and not re.search(r"\d", line):
            problems.append(f"no figure: {line}")
    with tempfile.TemporaryDirectory() as folder:
        pages = pdf_pages(converted(document, "pdf", folder))
    for number, (size, page) in enumerate(pages, start=1):
        if any(abs(side - wanted) > 1.5 for side, wanted in zip(size, A4, strict=True)):
            problems.append(f"page {number} is {size}, not A4")
        if "草稿" not in folded(page):
            problems.append(f"page {number} does not say 草稿")
        if f"—{number}—" not in folded(page):
            problems.append(f"page {number} has no number")
    # Without heads and numbers of the pages, the printed words are those of the text.
    printed = folded("".join(page for _, page in pages))
    printed = re.sub(r"—\d+—", "", printed).replace(folded(lines[0].strip("【】")), "")
    for line in lines[1:]:
        if folded(line) not in printed:
            problems.append(f"not printed: {line}")
    status = told(problems, f"{len(lines)} lines, {len(pages)} pages, {len(problems)} problems")
    return status if pages else 1
