"""What scripts/instructions/linear.py makes more and more of in one form: the kinds, each with its first size and its commands."""

from typing import Callable, NamedTuple

from forms import FIRST, HEADER, LAST, OBJECTS, TABLE, Form, letters, number, row, text

# Below everything that the form has.
BELOW = 40


class Kind(NamedTuple):
    """A form with `size` of something: N, ten and a hundred times as many."""

    name: str
    size: int
    commands: str
    change: Callable[[Form, int], None]
    # Whether a limit of the program, or of a workbook, keeps it from growing.
    fixed: bool = False


def indicator(index, code, name, value):
    return row(index, text(f"A{index}", code), text(f"D{index}", name), text(f"E{index}", "个"), number(f"J{index}", value))


def same_code(form, count):
    form.insert([indicator(LAST + 1 + item, "1-01", "走访人次", item) for item in range(count)])


def same_name(form, count):
    form.insert([indicator(LAST + 1 + item, "", "走访人次", item) for item in range(count)])


def other_names(form, count):
    form.insert([indicator(LAST + 1 + item, "", f"其他事项{item}", item) for item in range(count)])


def other_codes(form, count):
    form.insert([indicator(LAST + 1 + item, f"9-{item}", f"其他事项{item}", item) for item in range(count)])


def words_below(form, count):
    form.append(TABLE, [row(BELOW + item, text(f"B{BELOW + item}", f"说明第{item}条")) for item in range(count)])


def figures_below(form, count):
    form.append(TABLE, [row(BELOW + item, number(f"J{BELOW + item}", item)) for item in range(count)])


def wide_head(form, count):
    form.widen(HEADER, [text(f"{letters(18 + item)}{HEADER}", f"另一列{item}") for item in range(count)])


def wide_row(form, count):
    form.widen(FIRST, [text(f"{letters(18 + item)}{FIRST}", f"另写{item}") for item in range(count)])


def spaces(form, count):
    form.append(TABLE, [row(BELOW + item, text(f"B{BELOW + item}", " "), text(f"J{BELOW + item}", "　 "))
                        for item in range(count)])


def styled_blanks(form, count):
    cells = [letters(column) for column in range(1, 18)]
    form.append(TABLE, [row(BELOW + item, *(f'<c r="{letter}{BELOW + item}" s="5"/>' for letter in cells))
                        for item in range(count)])


def notes(form, count):
    form.add_notes([(f"C{BELOW + item}", f"批注{item}，实际{item}人") for item in range(count)])


def notes_on_one(form, count):
    form.add_notes([(f"J{FIRST}", f"批注{item}") for item in range(count)])


def listed(form, count, name):
    form.append(OBJECTS, [
        row(BELOW + item, text(f"A{BELOW + item}", "1-02"), number(f"B{BELOW + item}", item + 3),
            text(f"C{BELOW + item}", name(item)), text(f"E{BELOW + item}", "已办结"), number(f"F{BELOW + item}", 45450, 26))
        for item in range(count)])


def objects(form, count):
    listed(form, count, lambda item: f"对象{item}")


def same_objects(form, count):
    listed(form, count, lambda item: "同一个对象")


def merges(form, count):
    form.join(TABLE, "mergeCells", [f'<mergeCell ref="B{BELOW + item}:D{BELOW + item}"/>' for item in range(count)])


def merged_words(form, count):
    merges(form, count)
    words_below(form, count)


def validations(form, count):
    form.join(TABLE, "dataValidations", [
        f'<dataValidation type="whole" sqref="B{BELOW + item}"><formula1>{item}</formula1></dataValidation>'
        for item in range(count)])


def conditions(form, count):
    part = form.sheets[TABLE]
    items = "".join(
        f'<conditionalFormatting sqref="B{BELOW + item}"><cfRule type="expression" dxfId="0" priority="{item + 9}">'
        f"<formula>B{BELOW + item}=1</formula></cfRule></conditionalFormatting>" for item in range(count))
    form.parts[part] = form.parts[part].replace("<dataValidations", items + "<dataValidations", 1)


def links(form, count):
    form.join(TABLE, "hyperlinks", [f'<hyperlink ref="B{BELOW + item}" location="A1"/>' for item in range(count)])


def names(form, count):
    items = "".join(f"<definedName name=\"名{item}\">'填报表'!$B${BELOW + item}</definedName>" for item in range(count))
    form.change("xl/workbook.xml", "</definedNames>", items + "</definedNames>")


def styles(form, count):
    form.change("xl/styles.xml", "</numFmts>", "".join(
        f'<numFmt numFmtId="{1000 + item}" formatCode="0.0&quot;单位{item}&quot;"/>' for item in range(count)) + "</numFmts>")
    form.change("xl/styles.xml", "</cellXfs>", "".join(
        f'<xf numFmtId="{1000 + item}" fontId="0" fillId="0" borderId="0" xfId="0"/>' for item in range(count)) + "</cellXfs>")
    form.append(TABLE, [row(BELOW + item, number(f"K{BELOW + item}", item, 32 + item)) for item in range(count)])


def strings(form, count):
    content = form.parts["xl/sharedStrings.xml"]
    start = content.count("<si>")
    form.change("xl/sharedStrings.xml", "</sst>", "".join(f"<si><t>文字{item}</t></si>" for item in range(count)) + "</sst>")
    form.append(TABLE, [row(BELOW + item, f'<c r="B{BELOW + item}" t="s"><v>{start + item}</v></c>') for item in range(count)])


def runs(form, count):
    items = "".join(f'<r><rPr><sz val="{9 + item % 3}"/></rPr><t>进</t></r>' for item in range(count))
    form.fill(f"M{FIRST}", f'<c r="M{FIRST}" s="21" t="inlineStr"><is>{items}</is></c>')


def struck_runs(form, count):
    items = "".join(f"<r>{'<rPr><strike/></rPr>' if item % 2 else ''}<t>1</t></r>" for item in range(count))
    form.fill(f"J{FIRST}", f'<c r="J{FIRST}" s="19" t="inlineStr"><is>{items}</is></c>')


def sheets(form, count):
    form.add_sheets(count)


def hidden_sheets(form, count):
    form.add_sheets(count, "hidden", "走访人次")


def written(place, style, words):
    """A text of so many signs in a cell; without any the cell stays as it is."""
    def change(form, count):
        if count:
            form.fill(place, text(place, words(count), style))
    return change


def repeated(words):
    return lambda count: (words * (count // len(words) + 1))[:count]


PROSE = repeated("已走访困难群众，第3批12户，已完成80%；")

# The signs of a cell are cut at 32,767 (ReadLimits.cellCharacters): a first size of 320 stays below it, one of 10,000 is
# cut on the way from 10,000 to 1,000,000. A row has at most 16,384 columns: 160 is the largest first size.
KINDS = [
    Kind("same-code", 20, "check return consolidate", same_code),
    Kind("same-name", 20, "check", same_name),
    Kind("other-names", 20, "check return infer", other_names),
    Kind("other-codes", 20, "check", other_codes),
    Kind("words-below", 50, "check return consolidate infer", words_below),
    Kind("figures-below", 50, "check findings", figures_below),
    Kind("wide-head", 160, "check infer", wide_head, True),
    Kind("wide-row", 160, "check infer", wide_row, True),
    Kind("spaces", 100, "check infer", spaces),
    Kind("styled-blanks", 100, "check infer dump", styled_blanks),
    Kind("notes", 50, "check findings", notes),
    Kind("notes-on-one", 50, "check", notes_on_one),
    Kind("objects", 20, "check return consolidate", objects),
    Kind("same-objects", 100, "check findings", same_objects),
    Kind("merges", 100, "check infer dump", merges),
    Kind("merged-words", 50, "check infer", merged_words),
    Kind("validations", 100, "check", validations),
    Kind("conditions", 100, "check", conditions),
    Kind("links", 100, "check", links),
    Kind("names", 100, "check", names),
    Kind("styles", 50, "check dump", styles),
    Kind("strings", 100, "check dump", strings),
    Kind("runs", 300, "check", runs, True),
    Kind("struck-runs", 300, "check", struck_runs, True),
    Kind("sheets", 5, "check infer dump", sheets),
    Kind("hidden-sheets", 5, "check", hidden_sheets),
    Kind("text", 320, "check return dump", written(f"M{FIRST}", 21, PROSE), True),
    Kind("text-cut", 10_000, "check dump", written(f"M{FIRST}", 21, PROSE), True),
    Kind("head-text", 320, "check infer", written(f"M{HEADER}", 14, PROSE), True),
    Kind("head-text-cut", 10_000, "infer", written(f"M{HEADER}", 14, PROSE), True),
    Kind("head-units", 320, "check infer", written(f"J{HEADER}", 14, lambda n: "累计完成" + repeated("（万元）")(n)), True),
    Kind("title", 320, "check infer", written("B3", 4, PROSE), True),
    Kind("title-units", 320, "check infer", written("B3", 4, repeated("单位：元 ")), True),
    Kind("digits", 320, "check", written(f"J{FIRST}", 19, repeated("1234567890")), True),
    Kind("grouped-digits", 320, "check", written(f"J{FIRST}", 19, lambda n: "1" + repeated(",234")(n)), True),
    Kind("chinese-digits", 320, "check", written(f"J{FIRST}", 19, repeated("三千二百一十")), True),
    Kind("operators", 320, "check", written(f"J{FIRST}", 19, repeated("1+2、")), True),
    Kind("name-text", 320, "check", written(f"D{FIRST}", 9, repeated("走访人次")), True),
    Kind("period-text", 320, "check", written("H4", 6, repeated("截至2024年6月30日")), True),
    Kind("unit-text", 320, "check", written("B4", 5, lambda n: "填报单位：" + repeated("第0县民政局、")(n)), True),
    Kind("explanation", 320, "check", written(f"P{FIRST}", 21, PROSE), True),
]
