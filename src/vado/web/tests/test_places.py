"""Every page belongs to one place of the navigation."""

import pytest

from vado.web.places import PERSON_PLACES, STAFF_PLACES, place_of


@pytest.mark.parametrize(
    ("view_name", "place"),
    [
        ("today", "today"),
        ("me:use-new", "today"),
        ("me:check-in-new", "today"),
        ("me:days", "days"),
        ("me:entry-edit", "days"),
        ("me:fill-undo", "days"),
        ("people:doors", "doors"),
        ("people:visits", "doors"),
        ("me:export", "more"),
        ("people:settings", "more"),
        ("with:day", "caseload"),
        ("people:caseload", "caseload"),
        ("", "more"),
    ],
)
def test_a_page_belongs_to_a_place(view_name: str, place: str) -> None:
    assert place_of(view_name) == place


def test_no_place_stands_twice() -> None:
    for places in (PERSON_PLACES, STAFF_PLACES):
        assert len({place.name for place in places}) == len(places)
