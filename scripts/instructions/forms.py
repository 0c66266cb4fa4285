"""A small plan, the form that `huizong template` writes for it, and the changes that scripts/instructions/kinds.py makes to it."""

import re
import zipfile
from xml.sax.saxutils import escape

TABLE = "填报表"
OBJECTS = "明细表"
# Rows of the form: the header, the two indicators, the first below the table.
HEADER, FIRST, LAST = 5, 7, 8
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
WORKSHEET = f'<worksheet xmlns="{MAIN}"><sheetData>%s</sheetData></worksheet>'


def plan(indicators=2, units=1, rules=0):
    """The text of a plan: the first indicator a number, the second a list of objects, the others numbers."""
    names = [f"east{number}" for number in range(units)]
    lines = ["version: 1", "revision: 1", "title: 计划", "issuer: 某局", "year: 2024", "units:"]
    lines += [f"  - {{id: {name}, name: 第{number}县民政局, kind: county}}" for number, name in enumerate(names)]
    lines += [
        "  - {id: office, name: 局办公室, kind: section}",
        f"  - {{id: counties, name: 各县, kind: group, members: [{', '.join(names)}]}}", "tasks:",
    ]
    for number in range(indicators):
        task, item = number // 50 + 1, number % 50 + 1
        if item == 1:
            lines += [
                f'  - id: "{task}"', f'    path: ["{task}"]', "    heading: 任务", "    text: 任务。",
                "    leads: [局办公室]", "    responsible: [各县]",
                "    source: {line: 1, column: 1, endLine: 1, endColumn: 3}", "    indicators:",
            ]
        name = ("走访人次", "问题整改")[number] if number < 2 else f"指标{number}"
        figure = "role: workload, value: 2, kind: list" if number == 1 else "role: target, value: 300, kind: count"
        lines.append(
            f'      - {{code: "{task}-{item:02}", name: {name}, quote: 任务, comparator: ">=", {figure}, unit: 个, '
            "measure: cumulative, aggregate: sum, frequency: month, missing: exclude, "
            "deadline: {date: 2024-12-31, stated: false}, pace: linear, reportedBy: [counties], illustrative: true}"
        )
    lines += [
        "reporting:", f"  units: [{', '.join(names)}]", f"  counties: [{', '.join(names[:4])}]", "  from: 2024-06",
        "  due: {month: 次月5日}",
    ]
    if rules:
        lines.append("rules:")
        lines += [
            f"  - {{id: X{number}, name: own-{number}, grade: notice, expression: '累计 <= {number + 1000}', "
            f"message: 第{number}条, remedy: 请核对}}"
            for number in range(rules)
        ]
    return "\n".join(lines) + "\n"


def letters(column):
    """Letters of a column counted from one."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def text(place, words, style=0):
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'


def number(place, value, style=0):
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def row(index, *cells):
    return f'<row r="{index}">{"".join(cells)}</row>'


class Form:
    """The parts of a workbook, each a text."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name).decode() for name in archive.namelist()}
        names = re.findall(r'<sheet name="([^"]+)"', self.parts["xl/workbook.xml"])
        self.sheets = {name: f"xl/worksheets/sheet{index}.xml" for index, name in enumerate(names, 1)}

    def copy(self):
        other = object.__new__(Form)
        other.parts, other.sheets = dict(self.parts), self.sheets
        return other

    def write(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)

    def change(self, part, before, after):
        """Puts `after` in place of the one `before` of a part."""
        content = self.parts[part]
        if content.count(before) != 1:
            raise ValueError(f"{part} has {content.count(before)} times {before}")
        self.parts[part] = content.replace(before, after)

    def append(self, sheet, rows):
        """Rows behind the last one."""
        self.change(self.sheets[sheet], "</sheetData>", "".join(rows) + "</sheetData>")

    def fill(self, place, cell, sheet=TABLE):
        """A cell in place of the one that is there."""
        pattern = re.compile(rf'<c r="{place}"[^>]*?(?:/>|>.*?</c>)')
        self.parts[self.sheets[sheet]], count = pattern.subn(lambda _: cell, self.parts[self.sheets[sheet]])
        if count != 1:
            raise ValueError(f"{place} of {sheet} is there {count} times")

    def widen(self, index, cells, sheet=TABLE):
        """Cells behind those of a row."""
        pattern = re.compile(rf'(<row r="{index}"[^>]*>.*?)</row>')
        part = self.sheets[sheet]
        self.parts[part] = pattern.sub(lambda found: found[1] + "".join(cells) + "</row>", self.parts[part], count=1)

    def insert(self, rows):
        """Rows between the last indicator and what stands below the table, which moves down."""
        part = self.sheets[TABLE]
        before, behind = self.parts[part].split(f'<row r="{LAST + 1}"', 1)
        below, rest = (f'<row r="{LAST + 1}"' + behind).split("</sheetData>", 1)
        below = re.sub(
            r'(<(?:row|c) r="[A-Z]*)(\d+)"', lambda found: f'{found[1]}{int(found[2]) + len(rows)}"', below)
        rest = re.sub(rf'<mergeCell ref="[A-Z]+(?:{LAST + 1}|{LAST + 2}):[^>]*>', "", rest)
        self.parts[part] = before + "".join(rows) + below + "</sheetData>" + rest

    def join(self, sheet, element, items, count=True):
        """Items in a list of a sheet that is there already, such as mergeCells."""
        content = self.parts[self.sheets[sheet]]
        if count:
            content = re.sub(rf'<{element} count="\d+"', f"<{element}", content)
        self.parts[self.sheets[sheet]] = content.replace(f"</{element}>", "".join(items) + f"</{element}>", 1)

    def add_sheets(self, count, state="visible", words="数据"):
        sheets, links, types = [], [], []
        for index in range(count):
            part = f"xl/worksheets/more{index}.xml"
            self.parts[part] = WORKSHEET % row(1, text("A1", words))
            sheets.append(f'<sheet name="更多{index}" sheetId="{100 + index}" state="{state}" r:id="more{index}"/>')
            links.append(
                f'<Relationship Id="more{index}" Type="{OFFICE}/worksheet" Target="worksheets/more{index}.xml"/>')
            types.append(f'<Override PartName="/{part}" ContentType="{SPREADSHEET}.worksheet+xml"/>')
        self.change("xl/workbook.xml", "</sheets>", "".join(sheets) + "</sheets>")
        self.change("xl/_rels/workbook.xml.rels", "</Relationships>", "".join(links) + "</Relationships>")
        self.change("[Content_Types].xml", "</Types>", "".join(types) + "</Types>")

    def add_notes(self, notes):
        """Notes, each a place and a text, on the sheet of the table."""
        if not notes:
            return
        items = "".join(
            f'<comment ref="{place}" authorId="0"><text><r><t>{escape(words)}</t></r></text></comment>'
            for place, words in notes)
        self.parts["xl/comments1.xml"] = (
            f'<comments xmlns="{MAIN}"><authors><author>某</author></authors><commentList>{items}</commentList></comments>')
        part = self.sheets[TABLE].rsplit("/", 1)[1]
        self.parts[f"xl/worksheets/_rels/{part}.rels"] = (
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/comments" '
            'Target="../comments1.xml"/></Relationships>')
        override = f'<Override PartName="/xl/comments1.xml" ContentType="{SPREADSHEET}.comments+xml"/></Types>'
        self.change("[Content_Types].xml", "</Types>", override)
