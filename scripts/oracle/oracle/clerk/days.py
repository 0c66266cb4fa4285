"""Days as clerks write them, and how they are to be read."""

import datetime
import random

from oracle.clerk.written import DIGITS, FULL, Mode, Written
from oracle.filling.by_lot import Entry
from oracle.quantities.spoken import spell


def day_read(item: Entry, day: datetime.date, lot: random.Random) -> Written:
    """A day in one of the writings that have one reading."""
    y, m, d = day.year, day.month, day.day
    week = "一二三四五六日"[day.weekday()]
    year = "".join("〇" if c == "0" else DIGITS[int(c)] for c in str(y))
    texts = (
        f"{y}.{m}.{d}", f"{y}/{m}/{d}", f"{y}年{m}月{d}日", f"{y}{m:02}{d:02}", f"{y % 100}.{m}.{d}", f"{m}月{d}日",
        f"{y}-{m}-{d}", f"{day} 00:00:00",
        f"{y}/{m}/{d} 0:00", f"{d}号" if item.kind == "recurring" else f"{m}月{d}号", f"{year}年{spell(m)}月{spell(d)}日",
        f"{y}年{m}月{d}日（周{week}）",
        f"{y}．{m}．{d}".translate(FULL), f" {y}年{m}月{d}日　", f"{spell(m)}月{spell(d)}日")
    serial = (day - datetime.date(1899, 12, 30)).days
    return lot.choice((
        Written(lot.choice(texts), Mode.ONE, (day,)), Written(lot.choice(texts), Mode.ONE, (day,)),
        Written(lot.choice(texts), Mode.ONE, (day,)),
        Written(serial, Mode.ONE, (day,), format="General"),
        Written(int(f"{y}{m:02}{d:02}"), Mode.ONE, (day,), format="General"),
        Written(day, Mode.ONE, (day,), format=lot.choice(('yyyy"年"m"月"d"日"', "m/d/yyyy", 'm"月"d"日"', "yyyy/m/d;@")))))


def day_unread(item: Entry, day: datetime.date, lot: random.Random) -> Written:
    """What is no day, or no single one."""
    y, m, d = day.year, day.month, day.day
    return Written(lot.choice((
        "07/06/24", f"{y}-{m}-32", f"{y}-02-30", f"{y}-13-{d:02}", f"{y + 18}-{m:02}-{d:02}", f"{y}-08-{d:02}", "今日", "昨天",
        "本月", "已完成", "完成", "是", "√",
        f"{m}月18日至20日", f"{m}月{d}日计划", f"拟{m}月{d}日", "年底前", 31, f"{y}{m:02}32", f"{y}-{m}-{d}O", f"{m}月上旬", "2024.10",
        "未定", f"{m}月4日、5日",
        f"{y}.1", "24.13.1", f"见附件{d}")), Mode.NONE)


def day_doubtful(item: Entry, day: datetime.date, lot: random.Random) -> Written:
    """Days of other years, and writings that the contract does not name."""
    far = day.replace(year=day.year - lot.choice((10, 100, 2)))
    if lot.random() < 0.3:
        # A day before the plan's year is asked about; a duty of the month was not done then.
        values = (far,) if item.kind == "milestone" else ()
        return Written(far.isoformat() if far.year < 2000 or lot.random() < 0.5 else far, Mode.MAY, values, asked=True)
    return Written(lot.choice((
        f"{day.month}月{day.day}日上午", f"{day.month}.{day.day}", f"{day.month}月{day.day}日完成", f"{day.month}月{day.day}",
        f"{day.isoformat()}T08:00:00",
        f"{day.month}月{day.day}日印发", f"{day.year},{day.month},{day.day}")), Mode.MAY, (day,))
