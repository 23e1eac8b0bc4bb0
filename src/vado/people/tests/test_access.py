"""The table of access, and the page that shows it."""

from pathlib import Path

from vado.people.access import RULES, Role, as_markdown, may_read, rule_for
from vado.record import Drawer, Purpose

PAGE = Path(__file__).parents[4] / "docs" / "access.md"


def test_the_page_says_what_the_table_says() -> None:
    assert PAGE.read_text() == as_markdown()


def test_no_rule_names_the_drawer_that_is_for_one_alone() -> None:
    assert all(Drawer.OWN not in rule.drawers for rule in RULES)


def test_a_manager_reads_nothing() -> None:
    assert rule_for(Role.MANAGER) is None
    assert all(may_read(frozenset({Role.MANAGER}), purpose) == frozenset() for purpose in Purpose)


def test_nobody_comes_in_for_another_purpose_than_their_own() -> None:
    assert may_read(frozenset({Role.THERAPIST}), Purpose.RESEARCH) == frozenset()
