"""Reads the page of the overview: whole markup, nothing from elsewhere, no script.

Usage: scripts/oracle/run page PAGE.html
Exit codes: 0 whole; 1 not.
"""

import pathlib
import re
from html.parser import HTMLParser

from oracle import arguments
from oracle.findings import told

VOID = {"meta", "br", "hr", "img", "link", "input"}
ATTRIBUTES = {"lang", "charset", "name", "content", "class", "style", "scope"}


class Page(HTMLParser):
    """Reads the page from its beginning to its end, and keeps what is wrong with it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.problems: list[str] = []
        self.headings: list[str] = []
        self.words = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "link", "img", "iframe", "object", "base"):
            self.problems.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES or re.search(r"//|url\(", value or ""):
                self.problems.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "h2":
            self.headings.append(data)
        if self.open and self.open[-1] == "style" and re.search(r"url\(|@import|//", data):
            self.problems.append("the style sheet fetches something")
        self.words += len(data.strip())


def main(given: list[str]) -> int:
    page = Page()
    page.feed(pathlib.Path(arguments.positional(__doc__, given, "page")[0]).read_text(encoding="utf-8"))
    page.close()
    problems = page.problems + [f"<{tag}> is not closed" for tag in page.open]
    if len(page.headings) < 4 or page.words < 500:
        problems.append(f"{page.headings} and {page.words} characters are not a whole page")
    return told(problems, f"page: {', '.join(page.headings)}; {len(problems)} problems")
