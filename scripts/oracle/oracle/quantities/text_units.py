"""The columns that texts are made for: what stands for a column's own unit of measure, and what one of it is in the column's."""

from collections.abc import Mapping
from fractions import Fraction

# What one of each unit is in the column's own.
Units = Mapping[str, Fraction | int]

COUNTED = ("户家所处间座", "人名位", "具份件条张项宗例台套")
LARGE = {"万": 10**4, "亿": 10**8}
MONEY = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "千万元": 10**7, "亿元": 10**8}


def _with_large(units: Units, own: str) -> Units:
    return {**units} | {large + own: size for large, size in LARGE.items()}


def _in_large(large: str, units: str) -> Units:
    """A column whose unit begins with 万 or 亿 itself."""
    single = {unit: Fraction(1, LARGE[large]) for unit in units}
    return single | {other + unit: Fraction(LARGE[other], LARGE[large]) for other in LARGE for unit in units}


UNITS: dict[str, Units] = {
    **{own: {unit: Fraction(size, MONEY[own]) for unit, size in MONEY.items()} for own in ("元", "万元", "亿元")},
    **{own: _with_large({unit: Fraction(size, MONEY[own]) for unit, size in MONEY.items()}, own) for own in ("千元", "百万元", "千万元")},
    "公里": _with_large({"公里": 1, "千米": 1, "km": 1, "米": Fraction(1, 1000), "m": Fraction(1, 1000)}, "公里"),
    "千米": _with_large({"公里": 1, "千米": 1, "km": 1, "米": Fraction(1, 1000), "m": Fraction(1, 1000)}, "千米"),
    "米": _with_large({"公里": 1000, "千米": 1000, "km": 1000, "米": 1, "m": 1}, "米"),
    "元/月": _with_large({"元/月": 1, "元": 1}, "元/月"),
    "元/人": _with_large({"元/人": 1, "元": 1}, "元/人"),
    "万元/亩": {"万元/亩": 1, "万元": 1},
    "%": {"%": 1},
    "人次": _with_large({"人次": 1}, "人次"),
    "场": _with_large({"场": 1, "次": 1, "万次": 10**4}, "场"),
    "个": _with_large({unit: 1 for group in COUNTED for unit in group} | {"个": 1, "万户": 10**4, "亿人": 10**8}, "个"),
    "百户": _with_large({"百户": 1}, "百户"),
    "万户": _in_large("万", "户家个"),
    "亿人": _in_large("亿", "人名位个"),
    "万吨": {"万吨": 1},
    **{unit: _with_large({unit: 1}, unit) for unit in ("吨", "亩", "公顷", "天", "对", "盏", "百分点", "公斤")},
}
for _own in ("户", "家", "处", "人", "件", "台"):
    _group = next(group for group in COUNTED if _own in group)
    UNITS[_own] = {unit: 1 for unit in _group + "个"} | {large + unit: size for large, size in LARGE.items() for unit in _group}
# Columns whose own unit begins with a number's character or is a unit's, of which the maker knows nothing.
ODD = ("万人", "亿斤", "千美元", "千克", "克", "百户", "万元/月", "月", "年", "次", "件次", "千人次", "百分点", "万")
STRANGE = (
    "美元", "万美元", "华里", "海里", "平方公里", "斤", "kg", "M", "W", "w", "K", "k", "‰", "㎡", "m2", "日元", "英镑", "亿港元",
)
# Columns whose unit of measure counts whole things, where 1.780 may be 1780.
WHOLE = set("".join(COUNTED)) | {"人次", "次", "场", "个"}
MEASURES = (*UNITS, "户", "人", "个", "万元", "元", "亿元", "%", "公里", "人次", "户")


def factor(unit: str, own: str, bare: str) -> Fraction | int | None:
    """What a number of the unit, or of none, is multiplied by; None where it is not taken or has two readings. A number that
    names no unit is of the bare one."""
    units = UNITS[own]
    if unit in LARGE and bare in MONEY:
        return units.get(unit + "元")
    if unit in LARGE:
        return None if bare == "%" or bare[0] in LARGE else LARGE[unit] * units[bare]
    return units[unit or bare]
