"""The plan file: who reports what, what it is measured by, and what the oracle does not know."""

import datetime
import pathlib
import tempfile
import unittest
from fractions import Fraction

from oracle.plan.periods import Month
from oracle.plan.plan import PlanError
from tests.small import APRIL, PLAN, plan_in


class PlanTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.plan = plan_in(self.folder)

    def test_groups_names_and_aliases_are_units(self) -> None:
        self.assertEqual(self.plan.by_code["1.1-01"].reporters, ["east", "west"])
        self.assertEqual(self.plan.by_code["1.1-02"].reporters, ["east", "west"])
        self.assertEqual(self.plan.unit_named("东县"), "east")
        self.assertIsNone(self.plan.unit_named("南县"))
        self.assertIsNone(self.plan.find("south"))
        with self.assertRaises(PlanError):
            self.plan.unit("south")

    def test_what_a_unit_writes(self) -> None:
        self.assertEqual(
            [indicator.entry for indicator in self.plan.indicators],
            ["cumulative", "flow", "milestone", "recurring", "level", "level"])

    def test_what_a_unit_is_measured_by(self) -> None:
        houses = self.plan.by_code["1.1-01"]
        self.assertEqual((houses.goal("east"), houses.goal("west"), houses.goal("welfare")), (60, 40, None))
        self.assertEqual(self.plan.by_code["1.1-02"].goal("east"), 500)
        self.assertIsNone(self.plan.by_code["1.1-05"].goal("east"))

    def test_a_ratio_has_parts_and_stands_on_no_form(self) -> None:
        ratio = self.plan.by_code["1.1-06"]
        self.assertEqual(ratio.parts, ("1.1-01", "1.1-05"))
        self.assertEqual(ratio.reporters, ["east", "west"])
        self.assertEqual([i.code for i in self.plan.indicators if i.is_part], ["1.1-01", "1.1-05"])
        self.assertEqual([i.code for i in self.plan.on_form("east", APRIL)], ["1.1-01", "1.1-02", "1.1-05"])

    def test_pace_is_held_only_where_a_number_grows(self) -> None:
        self.assertEqual([i.code for i in self.plan.indicators if i.is_paced], ["1.1-01", "1.1-02"])

    def test_a_target_changes_with_its_month(self) -> None:
        text = PLAN.replace('value: "500"', 'value: "500", targets: [{from: 2024-07, value: "650"}]')
        self.assertEqual(plan_in(self.folder, Month(2024, 6), text).by_code["1.1-02"].value, 500)
        self.assertEqual(plan_in(self.folder, Month(2024, 7), text).by_code["1.1-02"].value, Fraction(650))

    def test_the_day_on_which_a_form_is_due(self) -> None:
        self.assertEqual(self.plan.due_date(Month(2024, 12)), datetime.date(2025, 1, 5))

    def test_what_the_oracle_does_not_know_stops_it(self) -> None:
        for old, new, words in (
            ("from: 2024-04\n", "from: 2024-04\n  holidays: state\n", "holidays"),
            ("short: 福利科,", "short: 福利科, until: 2024-06,", "until"),
            ("unit: 万元,", "unit: 万元, pace: points,", "linear pace"),
            ("reportedBy: [各县]", "reportedBy: [无此单位]", "no unit"),
        ):
            with self.subTest(words), self.assertRaisesRegex(PlanError, words):
                plan_in(self.folder, APRIL, PLAN.replace(old, new))


if __name__ == "__main__":
    unittest.main()
