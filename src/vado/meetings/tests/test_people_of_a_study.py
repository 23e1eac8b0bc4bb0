"""The list of a study, and its calendars."""

import datetime as dt

import pytest

from tests.cast import Part, lived_today, make_cast
from vado.diary.facts import Use
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db


def test_a_researcher_sees_the_name_of_the_study_and_each_calendar_where_it_was_last_written() -> None:
    cast = make_cast()
    day = lived_today() - dt.timedelta(days=400)
    cast.open().put(Use(when=Lived(on=day), substance="cider"))
    researcher = cast.client(Part.RESEARCHER)
    people = researcher.get("/people/").content.decode()
    assert "<h1>The practice by the river</h1>" in people
    assert "1 record<" in people
    assert f"Record {cast.record_id.hex[:6]}" in people
    month = researcher.get(f"/with/{cast.record_id}/days/").context["month"]
    assert month == day.replace(day=1)
