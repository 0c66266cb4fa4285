"""Damage to the parts of a form: what stands in its sheets, texts, styles, properties and relations."""

import io
import random
import re
import zipfile
from collections.abc import Callable

from oracle.hostile import packing
from oracle.hostile.kinds import Damaged, Supplies, kind

Parts = dict[str, bytes]
PartsMaker = Callable[[Parts, random.Random], None]
BOOK, RELATIONS, STYLES, TEXTS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
FORM, STAMP = "填报表", "_huizong"
CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"([^>]*?)(/>|>.*?</c>)', re.S)
# Every cell of the form's columns of figures, in whichever way it is filled.
FIGURE = re.compile(rb'<c r="(J\d+)"([^>]*?)(?:/>|>.*?</c>)', re.S)


def part_of(parts: Parts, sheet: str) -> str:
    """The part in which a sheet stands; the first sheet's where there is none of this name."""
    book, relations = parts[BOOK].decode(), parts[RELATIONS].decode()
    found = re.search(f'<sheet [^>]*name="{sheet}"[^>]*r:id="([^"]+)"', book)
    where = found and (re.search(f'Id="{found[1]}"[^>]*Target="([^"]+)"', relations)
                       or re.search(f'Target="([^"]+)"[^>]*Id="{found[1]}"', relations))
    name = "xl/" + where[1].removeprefix("/xl/") if where else ""
    return name if name in parts else next(one for one in sorted(parts) if one.startswith("xl/worksheets/sheet"))


def damage(name: str) -> Callable[[PartsMaker], PartsMaker]:
    """A kind of damage to the parts of a form."""
    def noted(maker: PartsMaker) -> PartsMaker:
        def of_form(supplies: Supplies, lot: random.Random) -> Damaged:
            with zipfile.ZipFile(io.BytesIO(lot.choice(supplies.forms))) as archive:
                parts = packing.parts_of(archive)
            # A workbook whose texts stand in its cells has none; damage to them needs a part all the same.
            parts.setdefault(TEXTS, f"<sst {MAIN}/>".encode())
            maker(parts, lot)
            return Damaged(packing.packed(packing.whole(parts)), ".xlsx")

        kind("form", f"xml: {name}")(of_form)
        return maker

    return noted


def any_part(parts: Parts, lot: random.Random) -> str:
    """One of the parts that matter, each as often as another."""
    return lot.choice([part_of(parts, FORM), part_of(parts, STAMP), TEXTS, STYLES, BOOK, RELATIONS, "_rels/.rels",
                       "[Content_Types].xml", *(name for name in ("docProps/custom.xml", "docProps/core.xml") if name in parts)])


def behind_root(part: bytes, text: bytes) -> bytes:
    """The text put behind the beginning of the part's first element."""
    at = re.search(rb"<[A-Za-z][^>]*?>", part)
    return part[:at.end()] + text + part[at.end():] if at else part + text


def figures_are(parts: Parts, lot: random.Random, make: Callable[[bytes], bytes]) -> None:
    """About half of the figures' cells are made anew, from what they are called by."""
    name = part_of(parts, FORM)
    parts[name] = FIGURE.sub(lambda one: make(one[1]) if lot.random() < 0.5 else one[0], parts[name])


def inline(text: bytes) -> Callable[[bytes], bytes]:
    return lambda called: b'<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (called, text)


@damage("deep nesting")
def deep(parts: Parts, lot: random.Random) -> None:
    name, depth = any_part(parts, lot), lot.choice([300, 20_000, 400_000])
    parts[name] = behind_root(parts[name], b"<x>" * depth + lot.choice([b"</x>" * depth, b""]))


@damage("entities")
def entities(parts: Parts, lot: random.Random) -> None:
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    declared = lot.choice([
        f'<!DOCTYPE x [<!ENTITY e0 "0123456789">{levels}]>', '<!DOCTYPE x [<!ENTITY e9 SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>'])
    name = any_part(parts, lot)
    text = re.sub(rb"^\s*<\?xml.*?\?>", b"", parts[name])
    parts[name] = declared.encode() + behind_root(text, lot.choice([b"&e9;", b"", b"&unknown;", b"&#x110000;", b"&#0;"]))


@damage("a huge attribute")
def huge_attribute(parts: Parts, lot: random.Random) -> None:
    name = any_part(parts, lot)
    parts[name] = re.sub(rb"(<[A-Za-z:]+)", rb"\1 junk='" + b"x" * lot.choice([70_000, 9_000_000]) + b"'", parts[name], count=1)


@damage("many attributes")
def many_attributes(parts: Parts, lot: random.Random) -> None:
    name, count = any_part(parts, lot), lot.choice([2000, 60_000])
    junk = b"".join(b" a%d='1'" % (number if lot.random() < 2 else 0) for number in range(count))
    parts[name] = re.sub(rb"(<[A-Za-z:]+)", rb"\1" + junk, parts[name], count=1)


@damage("cut off")
def unclosed(parts: Parts, lot: random.Random) -> None:
    name = any_part(parts, lot)
    parts[name] = parts[name][:lot.randrange(len(parts[name]))]


@damage("tags closed by others")
def wrong_tags(parts: Parts, lot: random.Random) -> None:
    name = any_part(parts, lot)
    tags = re.findall(rb"</[A-Za-z:]+>", parts[name])
    if tags:
        parts[name] = parts[name].replace(lot.choice(tags), lot.choice([b"</wrong>", b"", b"<"]), lot.randint(1, 3))


@damage("bytes flipped")
def part_flipped(parts: Parts, lot: random.Random) -> None:
    name = any_part(parts, lot)
    content = bytearray(parts[name])
    for _ in range(lot.randint(1, 12)):
        content[lot.randrange(len(content))] = lot.randrange(256)
    parts[name] = bytes(content)


@damage("another encoding")
def encodings(parts: Parts, lot: random.Random) -> None:
    name = any_part(parts, lot)
    text = parts[name].decode()
    said, made = lot.choice([
        ("UTF-8", "gbk"), ("GBK", "utf-8"), ("UTF-16", "utf-8"), ("utf-7", "utf-8"), ("UTF-8", "utf-16"), ("UTF-16", "utf-16"),
        ("UTF-32", "utf-32"), ("GB18030", "gb18030"), ("IBM037", "cp037"), ("none-such", "utf-8")])
    parts[name] = text.replace("UTF-8", said, 1).encode(made, "replace")


@damage("characters that XML forbids")
def forbidden(parts: Parts, lot: random.Random) -> None:
    junk = lot.choice([b"\0", b"&#0;", b"&#xD800;", b"\xed\xa0\x80", b"\xff\xfe", b"&#xFFFE;", b"\x0b", b"\xc0\x80"])
    figures_are(parts, lot, inline(b"1" + junk + b"2"))
    if lot.random() < 0.5:
        parts[TEXTS] = parts[TEXTS].replace(b"</t>", junk + b"</t>", 5)


@damage("escapes of characters")
def escapes(parts: Parts, lot: random.Random) -> None:
    texts = [b"_x0000_", b"_xD800_", b"_xDC00__xD800_", b"_xFFFF_", b"_x001B_[31m", b"_x005F_x0000_", b"_x202E_12", b"1_x000A_2"]
    parts[TEXTS] = re.sub(rb"(<t[^>]*>)", lambda one: one[1] + (lot.choice(texts) if lot.random() < 0.2 else b""), parts[TEXTS])
    figures_are(parts, lot, inline(lot.choice(texts)))


@damage("indices of texts")
def text_indices(parts: Parts, lot: random.Random) -> None:
    wrong = [b"-1", b"999999", b"4294967296", b"99999999999999999999999", b"1.5", b"x", b"", b"NaN", b" 3 "]
    figures_are(parts, lot, lambda called: b'<c r="%s" t="s"><v>%s</v></c>' % (called, lot.choice(wrong)))


@damage("references out of range")
def references(parts: Parts, lot: random.Random) -> None:
    wrong = [b"XFE1", b"A0", b"A1048577", b"ZZZZZZZZ9", b"A99999999999999999999", b"1A", b"", b"$J$7", b"R1C1", b"J-7", "Ｊ７".encode()]
    figures_are(parts, lot, lambda called: b'<c r="%s"><v>5</v></c>' % lot.choice(wrong))


@damage("cells twice and out of order")
def cells_twice(parts: Parts, lot: random.Random) -> None:
    name = part_of(parts, lot.choice([FORM, FORM, STAMP]))
    rows = re.findall(rb"<row .*?</row>", parts[name], re.S)
    head, tail = parts[name].split(b"<sheetData>")[0], parts[name].split(b"</sheetData>")[-1]
    more = [CELL.sub(lambda one: one[0] + b'<c r="%s%s"><v>%d</v></c>' % (one[1], one[2], lot.randint(0, 99)), row) for row in rows]
    chosen = rows + lot.sample(more, len(more) // 2)
    lot.shuffle(chosen)
    parts[name] = head + b"<sheetData>" + b"".join(chosen) + b"</sheetData>" + tail


@damage("rows numbered wrongly")
def row_numbers(parts: Parts, lot: random.Random) -> None:
    name = part_of(parts, FORM)
    wrong = [b"0", b"-1", b"1048577", b"4294967297", b"x", b"", b"7"]
    parts[name] = re.sub(rb'<row r="\d+"', lambda one: b'<row r="%s"' % lot.choice(wrong) if lot.random() < 0.3 else one[0], parts[name])


@damage("merged ranges")
def merged(parts: Parts, lot: random.Random) -> None:
    ranges = lot.choice([["A1:XFD1048576"], ["J7:J12", "J10:K20"], ["J7:A1", "x", "", "A1:A0"],
                         [f"A{row}:XFD{row + 1}" for row in range(1, 60_000)], ["J7:J23"]])
    made = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    name = part_of(parts, FORM)
    text = re.sub(rb"<mergeCells.*?</mergeCells>", b"", parts[name], flags=re.S)
    parts[name] = text.replace(b"</sheetData>", b"</sheetData><mergeCells>" + made.encode() + b"</mergeCells>", 1)


@damage("100,000 styles")
def many_styles(parts: Parts, lot: random.Random) -> None:
    count = 100_000
    many = lot.choice([b'<xf numFmtId="14"/>', b'<xf numFmtId="165"><alignment wrapText="1"/></xf>', b'<xf numFmtId="99999"/>'])
    parts[STYLES] = parts[STYLES].replace(b"</cellXfs>", many * count + b"</cellXfs>", 1)
    formats = b"".join(b'<numFmt numFmtId="%d" formatCode="%s"/>' % (200 + one, b"yyyy" * lot.choice([1, 60])) for one in range(20_000))
    parts[STYLES] = parts[STYLES].replace(b"</numFmts>", formats + b"</numFmts>", 1)


@damage("styles that are not there")
def no_styles(parts: Parts, lot: random.Random) -> None:
    wrong = [b"-1", b"999999", b"x", b"18446744073709551616", b""]
    name = part_of(parts, FORM)
    parts[name] = re.sub(rb' s="\d+"', lambda one: b' s="%s"' % lot.choice(wrong) if lot.random() < 0.4 else one[0], parts[name])
    if lot.random() < 0.3:
        parts[STYLES] = f"<styleSheet {MAIN}/>".encode()


@damage("a format of dates")
def formats(parts: Parts, lot: random.Random) -> None:
    code = lot.choice([b"y" * 200_000, b"[" * 5000, b"&quot;" * 4999, b"[h]" * 4000, b";" * 9000, b"\\"])
    parts[STYLES] = re.sub(rb'formatCode="[^"]*"', b'formatCode="' + code.replace(b"\\", b"\\\\") + b'"', parts[STYLES])


@damage("numbers beyond all bounds")
def numbers(parts: Parts, lot: random.Random) -> None:
    wrong = [b"1e308", b"-1e308", b"1e309", b"NaN", b"INF", b"-INF", b"1e-400", b"0x10", b"1" * 400, b"0." + b"0" * 5000 + b"1", b"1e",
             b"--5", b"1,000", b"9223372036854775808", b"1e999999999999", b" 5 ", b"5\n"]
    figures_are(parts, lot, lambda called: b'<c r="%s"><v>%s</v></c>' % (called, lot.choice(wrong)))


@damage("days beyond all bounds")
def days(parts: Parts, lot: random.Random) -> None:
    wrong = [b"1e308", b"-1", b"2958466", b"1e18", b"NaN", b"60", b"0"]
    dated = re.findall(rb"<xf ", parts[STYLES].split(b"<cellXfs")[-1].split(b"</cellXfs>")[0])
    parts[STYLES] = parts[STYLES].replace(b"</cellXfs>", b'<xf numFmtId="14"/></cellXfs>', 1)
    figures_are(parts, lot, lambda called: lot.choice([
        b'<c r="%s" s="%d"><v>%s</v></c>' % (called, len(dated), lot.choice(wrong)),
        b'<c r="%s" t="d"><v>%s</v></c>' % (called, lot.choice([b"2024-13-45", b"99999-01-01", b"-2024-01-01T25:61:61Z", b""]))]))


@damage("types of cells")
def types(parts: Parts, lot: random.Random) -> None:
    made = [b't="b"><v>7</v>', b't="e"><v>#N/A</v>', b't="e"><v>nothing</v>', b't="zzz"><v>5</v>', b't="s"><is><t>5</t></is>',
            b't="inlineStr"><v>5</v>', b"><v>5</v><v>6</v>", b"><f>1/0</f>", b't="str"><f t="shared" si="99"/><v>5</v>']
    figures_are(parts, lot, lambda called: b'<c r="%s" %s</c>' % (called, lot.choice(made)))


@damage("texts of 32,767 characters")
def long_texts(parts: Parts, lot: random.Random) -> None:
    piece = lot.choice(["报", "1", "1、", "一", "（", "9,", " ", "万", "\U0001f600", "e\u0301", "-", "零点"])
    figures_are(parts, lot, inline((piece * 32_767)[:lot.choice([32_767, 40_000])].encode()))


@damage("texts of a megabyte")
def longer_texts(parts: Parts, lot: random.Random) -> None:
    name = part_of(parts, FORM)
    text = (lot.choice(["报", "1", "一", "1,2;"]) * 1_000_000).encode()[:3 * 349_525]
    parts[name] = FIGURE.sub(lambda one: inline(text)(one[1]), parts[name], count=lot.randint(1, 3))


@damage("formulas in texts")
def formulas(parts: Parts, lot: random.Random) -> None:
    texts = [b"=1+1", b"=HYPERLINK(&quot;http://127.0.0.1:9/&quot;)", b"+5", b"-5", b"@SUM(A1)", b"=cmd|' /C calc'!A0", b"\t=5", b"'=5"]
    name = part_of(parts, FORM)
    parts[name] = re.sub(rb'<c r="([JMNOP]\d+)"[^>]*?(?:/>|>.*?</c>)', lambda one: inline(lot.choice(texts))(one[1]), parts[name])


@damage("links to outside")
def links(parts: Parts, lot: random.Random) -> None:
    name = part_of(parts, FORM)
    relations = f"xl/worksheets/_rels/{name.rsplit('/', 1)[-1]}.rels"
    kind_of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + lot.choice(["hyperlink", "image", "comments", "x"])
    targets = ["http://127.0.0.1:9/", "file:///etc/hostname", "../../../../etc/hostname", "\\\\127.0.0.1\\x", "sheet1.xml", "x" * 40_000]
    parts[relations] = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="h{n}" Type="{kind_of}" Target="{one}" TargetMode="External"/>' for n, one in enumerate(targets))
        + "</Relationships>").encode()


@damage("relations that lead astray")
def relations_astray(parts: Parts, lot: random.Random) -> None:
    wrong = [b"../../../etc/hostname", b"workbook.xml", b"/", b"", b"worksheets/none.xml", b"http://127.0.0.1:9/x", b"worksheets/sheet2.xml"]
    parts[RELATIONS] = re.sub(
        rb'Target="[^"]*"', lambda one: b'Target="%s"' % lot.choice(wrong) if lot.random() < 0.4 else one[0], parts[RELATIONS])


@damage("sheets hidden, renamed and repeated")
def sheets(parts: Parts, lot: random.Random) -> None:
    book = parts[BOOK].decode()
    all_sheets = re.findall(r"<sheet [^>]*/>", book)
    change = lot.choice(["hide", "repeat", "names", "none", "many"])
    if change == "hide":
        book = re.sub(r'state="\w+"', 'state="veryHidden"', book) if "state=" in book else book.replace("<sheet ", '<sheet state="hidden" ')
    elif change == "repeat":
        book = book.replace("</sheets>", "".join(all_sheets) + "</sheets>")
    elif change == "names":
        book = re.sub(r'(<sheet [^>]*?name=)"[^"]*"', lambda one: f'{one[1]}"{lot.choice(["", "填报表", "x" * 300, "a/b:c?*[]", "&#10;"])}"', book)
    elif change == "none":
        book = re.sub(r"<sheets>.*</sheets>", "<sheets/>", book, flags=re.S)
    else:
        book = book.replace("</sheets>", lot.choice(all_sheets) * 5000 + "</sheets>")
    parts[BOOK] = book.encode()


@damage("the stamp altered")
def stamp(parts: Parts, lot: random.Random) -> None:
    name = part_of(parts, STAMP)
    texts = [b"2099-13", b"lufeng", b"", b"0" * 64, b"-1", b"99999999999999999999", b"x" * 32_767, b"\xe2\x80\xae", b"{}", b"2024-05"]
    change = lot.choice([b"B", b"B", b"A"])
    parts[name] = re.sub(
        rb'<c r="(' + change + rb'\d+)"[^>]*?(?:/>|>.*?</c>)',
        lambda one: inline(lot.choice(texts))(one[1]) if lot.random() < 0.4 else one[0], parts[name], flags=re.S)
    if lot.random() < 0.5 and "docProps/custom.xml" in parts:
        parts["docProps/custom.xml"] = re.sub(rb"(?<=lpwstr>)[^<]+", lambda one: lot.choice(texts), parts["docProps/custom.xml"])


@damage("comments")
def comments(parts: Parts, lot: random.Random) -> None:
    name = part_of(parts, FORM)
    made = lot.choice(["J7", "XFE0", "", "A1:B2"])
    one = f'<comment ref="{made}" authorId="{lot.choice(["0", "-1", "9999999999", "x"])}"><text><t>{"注" * lot.choice([1, 40_000])}</t></text></comment>'
    parts["xl/comments1.xml"] = (f"<comments {MAIN}><authors><author/></authors><commentList>"
                                 + one * lot.choice([1, 40]) + lot.choice(["</commentList></comments>", ""])).encode()
    parts[f"xl/worksheets/_rels/{name.rsplit('/', 1)[-1]}.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="'
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>').encode()


@damage("properties")
def properties(parts: Parts, lot: random.Random) -> None:
    for name in ("docProps/custom.xml", "docProps/core.xml", "docProps/app.xml"):
        if name in parts:
            parts[name] = lot.choice([b"", b"<x", re.sub(rb">[^<]+<", b">" + b"9" * 100_000 + b"<", parts[name]), parts[name] * 2])


@damage("counts that lie")
def counts_lie(parts: Parts, lot: random.Random) -> None:
    for name in (TEXTS, STYLES, part_of(parts, FORM)):
        said = lot.choice([b"4294967295", b"-1", b"0", b"18446744073709551616"])
        parts[name] = re.sub(rb'(count|uniqueCount)="\d+"', rb'\1="' + said + b'"', parts[name])
        parts[name] = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', parts[name])
