"""Every page belongs to one place of the navigation."""

import pytest

from vado.people.access import Role
from vado.web.places import PERSON_PLACES, STAFF_PLACES, place_of, staff_places


@pytest.mark.parametrize(
    ("view_name", "place"),
    [
        ("today", "today"),
        ("me:use-new", "today"),
        ("me:check-in-new", "today"),
        ("me:days", "days"),
        ("me:entry-edit", "days"),
        ("me:fill-undo", "days"),
        ("people:doors", "more"),
        ("people:visits", "more"),
        ("me:export", "more"),
        ("people:settings", "more"),
        ("with:day", "caseload"),
        ("people:caseload", "caseload"),
        ("people:member-add", "members"),
        ("meanings:meanings", "meanings"),
        ("plans:plan", "plan"),
        ("", "more"),
    ],
)
def test_a_page_belongs_to_a_place(view_name: str, place: str) -> None:
    assert place_of(view_name) == place


def test_whoever_keeps_a_practice_alone_sees_no_list_of_people() -> None:
    assert [place.name for place in staff_places(frozenset({Role.MANAGER}))] == ["members", "more"]
    assert [place.name for place in staff_places(frozenset({Role.THERAPIST}))] == ["caseload", "more"]


def test_no_place_stands_twice() -> None:
    for places in (PERSON_PLACES, STAFF_PLACES):
        assert len({place.name for place in places}) == len(places)
