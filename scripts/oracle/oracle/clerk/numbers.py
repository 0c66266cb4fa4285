"""Texts that clerks write for a number, and how they are to be read by the contract: the figure, or that there is none.

Each maker takes an item, its valid figure and the lot, and returns what is written, or None where it does not apply.
"""

import math
import random
from decimal import Decimal

from oracle.clerk.written import DIGITS, FULL, INVISIBLE, Maker, Mode, Written, digits, grouped, is_whole
from oracle.filling.by_lot import Entry
from oracle.filling.by_openpyxl import plain
from oracle.quantities.spoken import spell


def full_width(item: Entry, value: Decimal, lot: random.Random) -> Written:
    return Written(digits(value).translate(FULL) + lot.choice(("", item.unit)), Mode.ONE, (value,))


def with_unit(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    if not item.unit:
        return None
    return Written(digits(value) + lot.choice(("", " ", "　")) + item.unit, Mode.ONE, (value,))


def same_counter(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    return Written(f"{digits(value)}个", Mode.ONE, (value,)) if item.unit in ("家", "份", "具") else None


def thousands(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    if value < 1000:
        return None
    return Written(grouped(value, lot.choice((",", "，", " ", "\u00a0", ","))) + lot.choice(("", item.unit)), Mode.ONE,
        (value,))


def as_text(item: Entry, value: Decimal, lot: random.Random) -> Written:
    way = lot.randrange(4)
    if way == 0:
        return Written(digits(value), Mode.ONE, (value,), format="@")
    if way == 1:
        return Written(digits(value), Mode.ONE, (value,), quoted=True)
    return Written(("'" if way == 2 else "") + digits(value), Mode.ONE, (value,))


def between_blanks(item: Entry, value: Decimal, lot: random.Random) -> Written:
    before, after = lot.choice(("", *INVISIBLE)), lot.choice(INVISIBLE)
    return Written(before + digits(value) + lot.choice(("", item.unit)) + after, Mode.ONE, (value,))


def affirmed(item: Entry, value: Decimal, lot: random.Random) -> Written:
    words = ["共", "合计", "已完成", "完成", "实有"] + (["累计", "累计完成"] if item.kind == "cumulative" else [])
    if item.kind == "level":
        words = ["共", "合计", "实有"]
    word = lot.choice(words)
    mode = Mode.MAY if word == "累计完成" else Mode.ONE
    return Written(word + digits(value) + item.unit, mode, (value,))


def multiple(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    """万 of things that are counted, or of yuan; a length in metres."""
    if item.unit == "万元":
        yuan = value * 10_000
        return Written(lot.choice((
            f"{digits(value)}万", f"{digits(value)}万元", f"{digits(yuan)}元", f"{grouped(yuan)}元",
            f"{digits(value / 10_000)}亿元", f"{digits(value / 10_000)}亿")), Mode.ONE, (value,))
    if item.unit == "公里":
        return Written(lot.choice((f"{digits(value * 1000)}米", f"{digits(value)}千米")), Mode.ONE, (value,))
    if is_whole(item) and value >= 10_000:
        return Written(f"{digits(value / 10_000)}万{lot.choice(('', item.unit))}", Mode.ONE, (value,))
    return None


def chinese_number(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    if item.decimals or value != int(value) or not is_whole(item):
        return None
    number = int(value)
    if 10 <= number < 1000 and lot.random() < 0.3 and "0" in str(number):
        return Written("".join("〇" if d == "0" else DIGITS[int(d)] for d in str(number)), Mode.ONE, (value,))
    return Written(spell(number) + lot.choice(("", item.unit)), Mode.ONE, (value,))


def same_number(item: Entry, value: Decimal, lot: random.Random) -> Written:
    """A number under a format that shows the same number."""
    places = "" if item.decimals == 0 else "." + "0" * item.decimals
    return Written(plain(value), Mode.ONE, (value,), format=lot.choice((
        "General", "0" + places, "#,##0" + places, "@", f'0{places}"{item.unit}"', f"#,##0{places}_ ",
        f"0{places}_);(0{places})")))


def floating_noise(item: Entry, value: Decimal, lot: random.Random) -> Written:
    noisy = float(value)
    for _ in range(lot.randint(1, 4)):
        more = math.nextafter(noisy, math.inf)
        if float(f"{more:.15g}") == float(value):
            noisy = more
    return Written(noisy, Mode.ONE, (value,))


def nothing_done(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    if item.kind == "flow" or (item.kind == "cumulative" and not item.previous and not item.is_listed):
        return Written(lot.choice(("无", "零", "0", "０", "无 ")), Mode.ONE, (Decimal(0),))
    return None


# Numbers that count and are asked about.


def about(item: Entry, value: Decimal, lot: random.Random) -> Written:
    text, unit = digits(value), item.unit
    pattern = lot.choice(("约{}", "近{}", "大约{}", "超{}", "超过{}", "将近{}", "{}左右", "{}余", "{}多"))
    if pattern in ("{}余", "{}多"):
        return Written(f"{pattern.format(text)}{unit}", Mode.ASKED, (value,))
    return Written(pattern.format(text + lot.choice(("", unit))), Mode.ASKED, (value,))


def negative(item: Entry, value: Decimal, lot: random.Random) -> Written:
    """A figure below nothing, in one of its writings."""
    amount = lot.randint(2, 19) if item.decimals == 0 else Decimal(lot.randint(20, 190)) / 10
    text = lot.choice((
        "负{}", "△{}", "▲{}", "({})", "（{}）", "{}-", "—{}", "﹣{}", "－{}", "-{}", "−{}", "({0})" + item.unit,
        "-{}" + item.unit, "负{}" + item.unit, "△ {}")).format(amount)
    value = -Decimal(amount)
    if item.kind == "flow":
        return Written(text, Mode.ASKED, (value,), explained=True)
    return Written(text, Mode.MAY, (value,), asked=True)


# Texts without a reading, or with two.


def _one_of(*patterns: str) -> Maker:
    """Texts around the figure `{}`, its unit `{u}`, a small number `{n}` and a month's day `{d}`; none is a figure."""

    def maker(item: Entry, value: Decimal, lot: random.Random) -> Written:
        small = lot.randint(2, 9)
        return Written(lot.choice(patterns).format(digits(value), u=item.unit, n=small, d=lot.randint(1, 28)), Mode.NONE)

    return maker


denied = _one_of(
    "还差{n}{u}", "未完成{n}{u}", "不足{}{u}", "不到{}", "减少{n}{u}", "撤销{n}{u}", "未达{}", "剩余{n}{u}未完成", "少{n}{u}",
    "取消{n}{u}", "没有完成{}{u}", "尚未完成{}", "缺{n}{u}")
planned = _one_of(
    "计划{n}{u}", "拟建{n}{u}", "计划完成{}{u}", "预计{}", "力争{}{u}", "拟{n}", "目标{}{u}", "应完成{}", "年底前完成{}{u}", "争取{}",
    "下月完成{n}{u}", "待完成{}{u}")
referred = _one_of(
    "见附件{n}", "详见附表{n}", "四季度完成", "第{n}批", "同上", "{n}月完成", "待定", "2024年完成", "见第{n}行", "另报", "附后{n}份", "已报{n}次",
    "以{n}月数为准", "{n}月{d}日完成")
idiom = _one_of("一直在推进", "十分顺利", "一一落实", "千方百计推进", "万无一失", "百分之百落实", "三令五申", "已全部完成", "正在推进", "一切正常", "基本完成")
bounded = _one_of(
    "{n}-{}{u}", "{n}~{}", "{n}至{}{u}", "{n}—{}{u}", "三五{u}", "七八{u}", "二三十{u}", "四五十", "一两百{u}", "{n}或{}{u}", "{n}到{}",
    "几十{u}",
    "数十{u}", "十几{u}", "若干", "{n}、{}", "上百{u}")
remarked = _one_of(
    "{}（含{n}）", "{}(预估)", "{}?", "{}？", "{}*", "{}※", "{}/{n}", "{}+{n}", "{}×{n}", "其中{}", "{}另{n}", "{}（上月）", "{}/",
    "新增{n}共{}{u}", "{}；{n}",
    "本月{n}，累计{}", "{}{u}{n}", "{n}镇{}{u}", "{}≈", ">{}", "≥{}", "<{}", "{}↑", "{}[1]", "No.{}")
badly_grouped = _one_of("1,2,{}", "{n},{n}", "17,80", "1,7800", "1.780.5", "12..5", "1,,780", "{n} {n}", "1.2.3", "1，23",
    ",{}")


def two_points(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    """1.780: a thousand seven hundred and eighty, or one and a bit."""
    return Written(f"{lot.randint(1, 9)}.{lot.randint(100, 989)}{lot.choice(('', item.unit))}",
        Mode.NONE) if is_whole(item) else None


def spoken(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    """一百二: a hundred and two or a hundred and twenty."""
    if not is_whole(item):
        return None
    first, second = DIGITS[lot.randint(1, 9)], DIGITS[lot.randint(1, 9)]
    return Written(first + lot.choice("百千万") + second + lot.choice(("", item.unit)), Mode.NONE)


def letters(item: Entry, value: Decimal, lot: random.Random) -> Written:
    wrong = {"0": "OoО〇", "1": "lI|", "5": "S", "2": "Z", "8": "B"}
    text = digits(value)
    places = [index for index, digit in enumerate(text) if digit in wrong]
    if not places or len(text) < 2:
        return Written(lot.choice(("1O", "l2", "2O", "1o5", "I3", "1〇", "3〇")), Mode.NONE)
    place = lot.choice(places)
    return Written(text[:place] + lot.choice(wrong[text[place]]) + text[place + 1:], Mode.NONE)


def foreign_unit(item: Entry, value: Decimal, lot: random.Random) -> Written:
    text = digits(value)
    units = {
        "公里": ("华里", "英里", "海里", "M", "户"), "万元": ("万美元", "美元", "万港元", "港币", "M", "欧元", "户"), "%": ("户", "个", "‰", "元"),
        "元/月": ("户", "公里", "亩", "%", "美元"),
    }.get(item.unit, ("元", "公里", "亩", "吨", "万元", "平方米", "M", "K", "%", "天", "小时", "美元"))
    return Written(text + lot.choice(units), Mode.NONE)


def broken_thing(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    """Half a household."""
    if not is_whole(item):
        return None
    text = digits(value)
    return lot.choice((
        Written(float(value) + lot.choice((0.5, 0.25, 0.3)), Mode.NONE), Written(f"{text}.5{item.unit}", Mode.NONE),
        Written(f"{text}.5", Mode.NONE),
        Written(f"{text}{item.unit}半", Mode.NONE), Written(f"{text}½", Mode.NONE), Written(0.65, Mode.NONE)))


def no_figure(item: Entry, value: Decimal, lot: random.Random) -> Written:
    return Written(lot.choice((
        "已完成", "完成", "是", "√", "未完成", True, "#REF!", "#DIV/0!", "？", "略", "正常", "***", "已报", "xx", "#N/A")),
        Mode.NONE)


def dash(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    # What has neither share nor earlier figure may not be applicable.
    if item.previous is None:
        return None
    return Written(lot.choice(("—", "/", "-", "－", "——", "--", "不适用", "／", "N/A", "n/a")),
        Mode.NONE)


def blank(item: Entry, value: Decimal, lot: random.Random) -> Written:
    return Written(lot.choice((None, None, " ", "　")), Mode.NONE)


def nil_of_due(item: Entry, value: Decimal, lot: random.Random) -> Written | None:
    """Nothing at all, of what was more before."""
    return Written(lot.choice(("无", "零", "没有", "暂无")), Mode.NONE) if item.kind == "cumulative" and item.previous else None


def loosely(item: Entry, value: Decimal, lot: random.Random) -> Written:
    """Ways of writing that the contract does not name: the figure or nothing."""
    text = digits(value)
    forms = [f"+{text}", f"{text}（{item.unit}）", f"{text}。", f"{text}.", f"共计{text}", f"总计{text}{item.unit}",
        f"已建成{text}{item.unit}", f"={text}",
             f"{text}{item.unit}。", f"：{text}", f"新增{text}", f"{text}{item.unit}整", f"{float(text):e}", f"达{text}",
             f"现有{text}{item.unit}",
             f"{text}人", f"{text}{item.unit}次", f"{text[:1]}\n{text[1:]}" if len(text) > 1 else text, f"=1*{text}",
             f"={text}+0", f"00{text}"]
    return Written(lot.choice(forms), Mode.MAY, (value,))
