"""Months as periods, rounding, pace and shares."""

import datetime
import unittest
from decimal import Decimal
from fractions import Fraction

from oracle.plan.periods import Month, months_of, pace, rounded, shares

JUNE = Month(2024, 6)


class PeriodTests(unittest.TestCase):
    def test_a_month_is_read_and_written(self) -> None:
        self.assertEqual(str(Month.parse("2024-06")), "2024-06")
        for text in ("2024-13", "2024-6", "2024", ""):
            with self.assertRaises(ValueError):
                Month.parse(text)

    def test_a_month_knows_its_neighbours(self) -> None:
        self.assertEqual(JUNE.last_day, datetime.date(2024, 6, 30))
        self.assertEqual(Month(2024, 1).shifted(-1), Month(2023, 12))
        self.assertEqual(JUNE.shifted(8), Month(2025, 2))
        self.assertEqual(JUNE.before("quarter"), Month(2024, 3))
        self.assertIsNone(Month(2024, 3).before("quarter"))
        self.assertEqual(JUNE.first_day_of("half"), datetime.date(2024, 1, 1))

    def test_which_periods_end_with_a_month(self) -> None:
        self.assertEqual([f for f in ("month", "quarter", "half", "year") if JUNE.ends(f)], ["month", "quarter", "half"])
        self.assertEqual(JUNE.ended_since(Month(2024, 4), "month"), 3)
        self.assertEqual(JUNE.ended_since(Month(2023, 4), "quarter"), 2)

    def test_rounding_is_away_from_zero_at_the_half(self) -> None:
        for value, wanted in ((Fraction(25, 100), "0.3"), (Fraction(-25, 100), "-0.3"), (Fraction(1, 3), "0.3"), (Fraction(-1, 100), "0.0")):
            self.assertEqual(str(rounded(value, 1)), wanted)

    def test_pace_is_the_share_of_the_months(self) -> None:
        self.assertEqual(pace(JUNE, None, None), Decimal("50.0"))
        self.assertEqual(pace(JUNE, None, datetime.date(2024, 9, 15)), Decimal("66.7"))
        self.assertEqual(pace(JUNE, Month(2024, 4), datetime.date(2024, 12, 31)), Decimal("33.3"))
        self.assertEqual(pace(JUNE, Month(2024, 7), None), Decimal("0.0"))
        self.assertEqual(pace(JUNE, None, datetime.date(2024, 3, 31)), Decimal("100.0"))

    def test_shares_add_up_to_a_hundred(self) -> None:
        self.assertEqual(list(map(str, shares([1, 1, 1]))), ["33.4", "33.3", "33.3"])
        self.assertEqual(sum(shares([3, 7, 9, 1, 2])), Decimal("100.0"))
        self.assertEqual(shares([0, 0]), [Decimal("0.0")] * 2)

    def test_longer_periods_are_their_months(self) -> None:
        self.assertEqual(months_of("2024Q2"), ([Month(2024, 4), Month(2024, 5), JUNE], False))
        self.assertEqual(len(months_of("2024H2")[0]), 6)
        self.assertEqual(months_of("2024")[1], True)
        for text in ("2024Q5", "2024H3", "2024Q0"):
            with self.assertRaises(ValueError):
                months_of(text)


if __name__ == "__main__":
    unittest.main()
