"""What a clerk wrote in a number cell or a date cell, by the written rules. Pure functions over cell values."""

import calendar
import datetime
import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from oracle.plan.periods import Month

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
NIL = {"无", "零", "没有", "暂无"}
DASHES = {"—", "——", "-", "--", "–", "―", "─", "−", "/", "不适用"}
# Words for things that are counted; one stands for the other.
COUNTERS = set("户个家具份张次名人处所座件项类宗例对") | {"个方面", "人次", "家次"}
FAMILIES = [
    {"元": Fraction(1), "万": Fraction(10**4), "万元": Fraction(10**4), "千元": Fraction(1000),
     "百万元": Fraction(10**6), "千万元": Fraction(10**7), "亿": Fraction(10**8), "亿元": Fraction(10**8)},
    {"米": Fraction(1), "公里": Fraction(1000), "千米": Fraction(1000), "里": Fraction(500)},
]
MULTIPLES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
OTHER_UNITS = {"%", "百分点", "元/月", "吨", "亩", "平方米", "天", "日", "月", "年", "分"}
KNOWN_UNITS = COUNTERS | OTHER_UNITS | {name for family in FAMILIES for name in family}
EARLIEST = 40000  # the serial number of a day in 2009
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
ABOUT_BEFORE = r"约|大约|近|超|超过|逾|将近|大概|左右"
ABOUT_AFTER = r"余|多|左右|上下|以上"
UNIT_WORDS = "|".join(sorted(map(re.escape, COUNTERS | {"万", "亿", "元", "万元", "亿元", "公里", "米", "%"}), key=len, reverse=True))
ONE = rf"{DIGITS}(?:{UNIT_WORDS})?"
# 4-5家, 250至300户, 1,2或3.
RANGE = re.compile(rf"(?:{ABOUT_BEFORE})?{ONE}(?:(?:-|—|–|~|至|到|或|、|,|,或){ONE})+")
CHINESE_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CHINESE_PLACES = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True)
class Reading:
    """state: number | date | word | nil | na | blank | untaken (not taken, no error) | error (with its rule)."""

    state: str
    value: Fraction | None = None
    date: datetime.date | None = None
    earliest: datetime.date | None = None
    word: str = ""
    error: str = ""
    note: str = ""

    @property
    def figure(self) -> Fraction | None:
        """The number it counts as, or None."""
        return self.value if self.state in ("number", "nil") else None


BLANK = Reading("blank")


def plain(text: object) -> str:
    """Full width to half width, invisible characters and outer blanks away."""
    folded = unicodedata.normalize("NFKC", str(text)).translate(INVISIBLE)
    return re.sub(r"\s+", " ", folded).strip()


def exact(value: int | float | Decimal) -> Fraction:
    """A cell's number as a Fraction, through its shortest round-trip text."""
    return Fraction(Decimal(repr(value)) if isinstance(value, float) else Decimal(value))


def read_number(value: object, unit: str, number_format: str = "General") -> Reading:
    """One number cell. `unit` is the unit of measure of the row."""
    if value is None:
        return BLANK
    if isinstance(value, bool):
        return Reading("error", error="E02")
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return Reading("error", error="E02", note="date in a number cell")
    if isinstance(value, (int, float, Decimal)):
        number = exact(value)
        if "%" in number_format and '"' not in number_format:
            if unit != "%":
                return Reading("error", error="E03", note="percentage in another unit")
            number *= 100
        return Reading("number", number)
    return _read_text(plain(value), unit)


def _read_text(text: str, unit: str) -> Reading:
    if not text:
        return BLANK
    if text.startswith("#"):
        return Reading("error", error="E05", note=text)
    if text in NIL:
        return Reading("nil", Fraction(0))
    if text in DASHES:
        return Reading("na")
    squeezed = text.replace(" ", "")
    sign = -1 if re.fullmatch(r"\(.*\)|[-−].*", squeezed) else 1
    inside = re.fullmatch(r"\((.*)\)", squeezed)
    bare = inside[1] if inside else re.sub(r"^[-−+]", "", squeezed)
    if match := re.fullmatch(rf"约?({DIGITS})成", bare):
        return _converted(Fraction(match[1]) * 10, "%", unit)
    if match := re.fullmatch(rf"(?:{ABOUT_BEFORE})?({DIGITS})(?:{ABOUT_AFTER})?(\D*?)(?:{ABOUT_AFTER})?", bare):
        amount = Fraction(match[1].replace(",", "")) * sign
        return _converted(amount, match[2], unit)
    if RANGE.fullmatch(bare):
        return Reading("untaken", note="range")
    if match := re.fullmatch(r"([零〇一二两三四五六七八九十百千]+)(\D*)", bare):
        spoken = _chinese(match[1])
        if spoken is not None and (not match[2] or _is_unit(match[2])):
            return _converted(Fraction(spoken), match[2], unit)
    found = re.findall(rf"({DIGITS})\s*([^\d\s,，。；;、]*)", squeezed)
    if len(found) != 1:
        return Reading("error", error="E02", note="no number" if not found else "more than one number")
    digits, tail = found[0]
    suffix = next((tail[:n] for n in range(len(tail), 0, -1) if _is_unit(tail[:n])), "")
    return _converted(Fraction(digits.replace(",", "")), suffix, unit)


def _chinese(text: str) -> int | None:
    """三百 is 300, 一千二百零五 is 1205; None for what is no such number."""
    total = 0
    digit: int | None = None
    for character in text:
        if character in CHINESE_PLACES:
            total += (1 if digit is None else digit) * CHINESE_PLACES[character]
            digit = None
        elif digit in (None, 0):
            digit = CHINESE_DIGITS[character]
        else:
            return None
    return total + (digit or 0)


def _is_unit(word: str) -> bool:
    return word in KNOWN_UNITS or (word[:1] in MULTIPLES and word[1:] in COUNTERS)


def _converted(amount: Fraction, suffix: str, unit: str) -> Reading:
    """The amount in the row's unit; E03 where the written unit is of another kind."""
    if suffix == "" or suffix == unit:
        return Reading("number", amount)
    for family in FAMILIES:
        if suffix in family and unit in family:
            return Reading("number", amount * family[suffix] / family[unit])
    if suffix in COUNTERS and unit in COUNTERS:
        return Reading("number", amount)
    if suffix[:1] in MULTIPLES and suffix[1:] in COUNTERS | {unit, ""} and unit in COUNTERS:
        return _converted(amount * MULTIPLES[suffix[:1]], suffix[1:], unit)
    if suffix in KNOWN_UNITS:
        return Reading("error", error="E03", note=f"{suffix} is no {unit}")
    return Reading("number", amount, note=f"words behind the number: {suffix}")


def read_date(value: object, month: Month, words: Set[str] = frozenset()) -> Reading:
    """One date cell of a form of `month`; `words` are those allowed instead of a date."""
    if value is None:
        return BLANK
    if isinstance(value, datetime.datetime):
        # A number that is no day of our time, such as 2024.6, in a cell that happens to be formatted as a date.
        serial = (value - datetime.datetime(1899, 12, 30)).total_seconds() / 86400
        return _day(value.date()) if serial >= EARLIEST else _date_of_number(round(serial, 4), month)
    if isinstance(value, datetime.date):
        return _day(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _date_of_number(value, month)
    if not isinstance(value, str):
        return Reading("error", error="E10")
    text = plain(value).replace(" ", "").strip("。.;；")
    if not text:
        return BLANK
    if text in words:
        return Reading("word", word=text)
    if text in DASHES:
        return Reading("na")
    if text.startswith("#"):
        return Reading("error", error="E05", note=text)
    return _date_of_text(text, month)


def _day(date: datetime.date) -> Reading:
    return Reading("date", date=date, earliest=date)


def _whole_month(year: int, month: int) -> Reading:
    last = datetime.date(year, month, calendar.monthrange(year, month)[1])
    return Reading("date", date=last, earliest=last.replace(day=1))


def _date_of_number(value: int | float, month: Month) -> Reading:
    if value == int(value) and EARLIEST <= value <= 60000:
        return _day(datetime.date(1899, 12, 30) + datetime.timedelta(days=int(value)))
    if re.fullmatch(r"20\d{6}", repr(value).removesuffix(".0")):
        return _date_of_text(repr(value).removesuffix(".0"), month)
    if match := re.fullmatch(r"(20\d\d)\.(\d{1,2})", repr(value)):
        return _whole_month(int(match[1]), int(match[2])) if 1 <= int(match[2]) <= 12 else Reading("error", error="E10")
    return Reading("error", error="E10")


def _date_of_text(text: str, month: Month) -> Reading:
    patterns = (
        r"(?P<y>\d{4}|\d{2})[.\-/年](?P<m>\d{1,2})[.\-/月](?P<d>\d{1,2})[日号]?",
        r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)",
        r"(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?",
        r"(?P<y>\d{4}|\d{2})[.\-/年](?P<m>\d{1,2})月?[底末]?",
        r"(?P<m>\d{1,2})月[底末]?",
    )
    for pattern in patterns:
        if match := re.fullmatch(pattern, text):
            parts = match.groupdict()
            year = int(parts.get("y") or month.year)
            year += 2000 if year < 100 else 0
            try:
                if parts.get("d"):
                    return _day(datetime.date(year, int(parts["m"]), int(parts["d"])))
                return _whole_month(year, int(parts["m"]))
            except ValueError:
                return Reading("error", error="E10", note="no such day")
    return Reading("error", error="E10", note=text)


def explains(text: object) -> bool:
    """Whether a 核实说明 says anything: four letters or digits at least, and no empty formula."""
    kept = "".join(c for c in plain(text or "") if c.isalnum())
    empty = {"核实无误", "属实", "情况属实", "数据属实", "无误", "已核实", "经核实无误", "情况属实无误", "数据无误", "数据准确", "真实准确",
             "数据真实", "确认无误", "已核实无误", "经核实属实", "核实属实", "与实际相符", "以本期为准"}
    return len(kept) >= 4 and kept not in empty
