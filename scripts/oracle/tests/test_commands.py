"""The commands: each has its module, says what it is for, and helps."""

import contextlib
import importlib
import io
import subprocess
import sys
import unittest

from oracle.commands import COMMANDS, main, module_of, purpose
from oracle.places import PLAN, RUN, submissions


class CommandTests(unittest.TestCase):
    def test_every_command_has_a_main_and_a_purpose(self) -> None:
        for command in COMMANDS:
            with self.subTest(command):
                self.assertTrue(callable(importlib.import_module(module_of(command)).main))
                self.assertRegex(purpose(command), r"^\w.*\.$")

    def test_every_command_helps(self) -> None:
        for command in COMMANDS:
            with self.subTest(command), contextlib.redirect_stdout(io.StringIO()) as printed:
                with self.assertRaises(SystemExit) as ended:
                    main([command, "--help"])
                self.assertEqual(ended.exception.code, 0)
                self.assertIn(f"scripts/oracle/run {command}", printed.getvalue())

    def test_without_a_command_all_are_listed(self) -> None:
        with contextlib.redirect_stderr(io.StringIO()) as complaint:
            self.assertEqual((main([]), main(["unheard-of"])), (2, 2))
        self.assertEqual([command for command in COMMANDS if f"  {command} " not in complaint.getvalue()], [])

    def test_the_reading_of_quantities_needs_no_package(self) -> None:
        line = '{"text": "31户", "measure": "户"}\n'
        done = subprocess.run(
            [sys.executable, "-S", RUN, "quantity-grammar"], input=line, capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout, '{"reading": "quantity", "value": "31", "marks": []}\n')

    def test_the_sample_is_where_it_is_said_to_be(self) -> None:
        self.assertTrue(PLAN.is_file() and submissions("2024-04").is_dir())


if __name__ == "__main__":
    unittest.main()
