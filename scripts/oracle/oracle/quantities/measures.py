"""The units of measure that the table "How a number is read" of Sources/Forms/README.md knows, and what one is in another."""

from fractions import Fraction

MONEY = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "千万元": 10**7, "亿元": 10**8}
LENGTH = {"米": 1, "m": 1, "公里": 1000, "千米": 1000, "km": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
COUNTED = ("户 家 所 处 间 座", "人 名 位", "人次", "次 场", "具 份 件 条 张 项 宗 例 台 套", "个")
OTHERS = "% 百分点 元/月 对 幅 公顷 亩 天 月 年 吨"
KNOWN = {*MONEY, *LENGTH, *LARGE, *" ".join(COUNTED).split(), *OTHERS.split()}
FOREIGN = set("平方公里 平方米 华里 英里 海里 美元 美金 港元 港币 欧元 日元 英镑 公斤 千克 克 斤 里 kg m2 ㎡ M W w K k ‰".split())
# 个 stands for any of the counted words but these.
NEVER_PIECES = {"人次", "次", "场"}


def counts(unit: str) -> bool:
    """Whether the unit counts whole things."""
    return unit in " ".join(COUNTED).split()


def stands_for(word: str, own: str) -> bool:
    """Whether a number of `word` is one of `own`: words of one group, and 个."""
    groups = [group.split() for group in COUNTED]
    if any(word in group and own in group for group in groups):
        return True
    counted = set(sum(groups, [])) - NEVER_PIECES
    return "个" in (word, own) and {word, own} <= counted


def multiple(unit: str) -> int:
    """What 万 or 亿 in front of a unit stand for; 1 where neither does."""
    return LARGE.get(unit[:1], 1)


def in_another(unit: str, own: str) -> Fraction | None:
    """What one of a unit is in another; None where they do not convert. Neither is 万 or 亿 alone."""
    if unit == own or own.startswith(unit + "/"):
        return Fraction(1)
    if unit[0] in LARGE and unit[1:] == own and own != "%":
        return Fraction(multiple(unit))
    for units in (MONEY, LENGTH):
        if unit in units and own in units:
            return Fraction(units[unit], units[own])
    counted = (word[1:] if word[0] in LARGE else word for word in (unit, own))
    return Fraction(multiple(unit), multiple(own)) if stands_for(*counted) else None
