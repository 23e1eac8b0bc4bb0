"""The pages of meetings, as the two of them use them."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client

from tests.cast import lived_today
from vado.diary.facts import Note, Step, Use
from vado.meetings.facts import Agreed, FeltOff, Hope, Meeting, MeetingAnswers, Repair, ToTalkAbout, Went, Writer
from vado.meetings.tests.conftest import Two
from vado.plans.facts import Goal, UsePlan
from vado.record import Drawer, Fact
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db

ME = "/me/meetings/"
YEARS_AGO = 3 * 365


def today(back: int = 0) -> Lived:
    return Lived(on=lived_today() - dt.timedelta(days=back))


def send(browser: Client, address: str, **said: str) -> Any:
    return browser.post(address, {"version_id": str(uuid.uuid4()), **said})


def text(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def facts(two: Two, kind: type[Fact]) -> list[Any]:
    return [leaf.fact for leaf in two.own().leaves(kind)]


def test_what_the_person_wants_to_talk_about_comes_first_for_both(two: Two) -> None:
    send(two.person, f"{ME}topic/", words="Friday, and the handover")
    for browser, page in ((two.person, ME), (two.therapist, two.at())):
        assert text(browser, page).index("Friday, and the handover") < text(browser, page).index("What we agreed")
    (topic,) = two.own().leaves(ToTalkAbout)
    two.person.post(f"{ME}topic/{topic.id}/")
    assert "Friday, and the handover" not in text(two.therapist, two.at())
    assert facts(two, ToTalkAbout)[0].talked


def test_the_therapist_writes_no_topic(two: Two) -> None:
    assert send(two.therapist, two.at("topic/"), words="forged").status_code == 404
    assert facts(two, ToTalkAbout) == []


def test_both_write_the_agreed_list_and_each_line_says_who(two: Two) -> None:
    send(two.therapist, two.at("agreed/new/"), words="bring the sleep page", whose="therapist")
    send(two.person, f"{ME}agreed/new/", words="call the doctor", whose="person")
    assert [(one.words, one.by) for one in facts(two, Agreed)] == [
        ("bring the sleep page", Writer.THERAPIST),
        ("call the doctor", Writer.PERSON),
    ]
    assert "my therapist" in text(two.person, f"{ME}agreed/")
    assert "Noa" in text(two.therapist, two.at("agreed/"))


def test_who_wrote_it_comes_from_who_asks_not_from_the_form(two: Two) -> None:
    send(two.therapist, two.at("agreed/new/"), words="a line", by="person")
    assert facts(two, Agreed)[0].by is Writer.THERAPIST


def test_sent_twice_is_kept_once_and_other_words_are_not_lost(two: Two) -> None:
    said = {"version_id": str(uuid.uuid4()), "words": "call the doctor"}
    for _time in range(2):
        assert two.person.post(f"{ME}agreed/new/", said).status_code == 302
    answer = two.person.post(f"{ME}agreed/new/", {**said, "words": "call the dentist"})
    assert answer.status_code == 400
    assert "call the dentist" in answer.content.decode()
    assert [one.words for one in facts(two, Agreed)] == ["call the doctor"]


def test_two_who_change_one_line_at_once_are_both_kept_until_one_looks_at_both(two: Two) -> None:
    send(two.person, f"{ME}agreed/new/", words="walk on Sunday")
    (line,) = two.own().leaves(Agreed)
    seen = {"follows": str(line.version)}
    send(two.person, f"{ME}agreed/{line.id}/", words="walk on Saturday", **seen)
    send(two.therapist, two.at(f"agreed/{line.id}/"), words="walk in the evening", **seen)
    for browser, page in ((two.person, ME), (two.therapist, two.at())):
        shown = text(browser, f"{page}agreed/")
        assert "walk on Saturday" in shown
        assert "walk in the evening" in shown
    heads = ",".join(str(head.version) for head in two.own().heads(line.id))
    send(two.person, f"{ME}agreed/{line.id}/", words="walk at the weekend", went="done", follows=heads)
    assert [(one.words, one.went) for one in facts(two, Agreed)] == [("walk at the weekend", Went.DONE)]


def test_through_a_door_for_reading_the_writing_pages_do_not_exist(reading: Two) -> None:
    reading.own().put(Agreed(when=today(), words="call the doctor"))
    assert "call the doctor" in text(reading.therapist, reading.at("agreed/"))
    for page in ("agreed/new/", "next/", "hopes/say/"):
        assert send(reading.therapist, reading.at(page), words="forged", on="2026-01-01").status_code == 404
    assert reading.therapist.get(reading.at("agreed/new/")).status_code == 404
    assert [one.words for one in facts(reading, Agreed)] == ["call the doctor"]


def test_four_answers_are_kept_and_a_skipped_one_stays_open(two: Two) -> None:
    send(two.person, f"{ME}answers/", heard="8", free_to_say_no="3")
    assert facts(two, MeetingAnswers) == [
        MeetingAnswers(when=facts(two, MeetingAnswers)[0].when, heard=8, free_to_say_no=3)
    ]
    shown = text(two.therapist, two.at())
    assert "I felt heard" in shown
    assert '<td class="number">·</td>' in shown


def test_answers_may_be_for_the_person_alone(two: Two) -> None:
    send(two.person, f"{ME}answers/", heard="2", only_mine="on")
    assert list(two.door().leaves(MeetingAnswers)) == []
    (kept,) = two.own().leaves(MeetingAnswers)
    assert kept.drawer is Drawer.OWN
    two.person.post(f"{ME}answers/{kept.id}/only-me/")
    assert len(list(two.door().leaves(MeetingAnswers))) == 1


@pytest.mark.parametrize("said", [{}, {"heard": "11"}, {"heard": "-1"}, {"heard": "much"}])
def test_answers_that_say_nothing_or_do_not_fit_are_told(two: Two, said: dict[str, str]) -> None:
    assert send(two.person, f"{ME}answers/", **said).status_code == 400
    assert facts(two, MeetingAnswers) == []


def test_a_strain_is_the_persons_until_they_let_it_go_and_may_be_taken_back(two: Two) -> None:
    send(two.person, f"{ME}felt-off/", words="I felt told off", would_help="asking first")
    (strain,) = two.own().leaves(FeltOff)
    page = two.at(f"strain/{strain.id}/")
    assert strain.drawer is Drawer.OWN
    assert two.therapist.get(page).status_code == 404
    assert "told off" not in text(two.therapist, two.at())
    two.person.post(f"{ME}strain/{strain.id}/turn/", {"turn": "let_go"})
    assert "asking first" in text(two.therapist, page)
    assert "told off" in text(two.therapist, two.at())
    two.person.post(f"{ME}strain/{strain.id}/turn/", {"turn": "let_go"})
    assert two.therapist.get(page).status_code == 404
    assert send(two.therapist, f"{page}repair/", words="forged").status_code == 404


def test_words_that_touch_a_crisis_lead_gently_for_the_person_alone(two: Two) -> None:
    assert "Nobody reads this as you write" in text(two.person, f"{ME}felt-off/")
    said = {"version_id": str(uuid.uuid4()), "words": "I want to die"}
    assert "This sounds heavy" in two.person.post(f"{ME}felt-off/", said, follow=True).content.decode()
    (strain,) = two.own().leaves(FeltOff)
    two.person.post(f"{ME}strain/{strain.id}/turn/", {"turn": "let_go"})
    goal = two.own().put(Goal(written_on=lived_today(), words="I want to die"))
    for page in (two.at(f"strain/{strain.id}/"), f"/with/{two.record_id}/goals/{goal.id}/"):
        shown = text(two.therapist, page)
        assert "I want to die" in shown
        assert "This sounds heavy" not in shown


def test_both_write_the_repair_and_the_person_says_when_it_is_mended(two: Two) -> None:
    send(two.person, f"{ME}felt-off/", words="I felt told off")
    (strain,) = two.own().leaves(FeltOff)
    two.person.post(f"{ME}strain/{strain.id}/turn/", {"turn": "let_go"})
    send(two.therapist, two.at(f"strain/{strain.id}/repair/"), words="I was worried and hurried")
    send(two.person, f"{ME}strain/{strain.id}/repair/", words="thank you for saying so")
    assert [one.by for one in facts(two, Repair)] == [Writer.THERAPIST, Writer.PERSON]
    assert "something felt off, still open" in text(two.therapist, "/people/")
    assert two.therapist.post(two.at(f"strain/{strain.id}/turn/"), {"turn": "mended"}).status_code == 404
    two.person.post(f"{ME}strain/{strain.id}/turn/", {"turn": "mended"})
    assert "something felt off, still open" not in text(two.therapist, "/people/")
    assert "I was worried and hurried" in text(two.person, f"{ME}strain/{strain.id}/")


def test_an_open_strain_stays_with_its_repairs_however_old_until_it_is_mended_or_taken_back(two: Two) -> None:
    long_ago = today(YEARS_AGO)
    strain = two.own().put(FeltOff(when=long_ago, words="you looked at the clock"))
    two.own().put(Repair(when=long_ago, strain=strain.id.hex, words="I was worried and hurried"))
    assert "something felt off, still open" in text(two.therapist, "/people/")
    assert "you looked at the clock" in text(two.therapist, two.at())
    assert "I was worried and hurried" in text(two.person, f"{ME}strain/{strain.id}/")
    two.person.post(f"{ME}strain/{strain.id}/turn/", {"turn": "let_go"})
    assert "something felt off, still open" not in text(two.therapist, "/people/")
    two.person.post(f"{ME}strain/{strain.id}/turn/", {"turn": "let_go"})
    assert "something felt off, still open" in text(two.therapist, "/people/")
    two.person.post(f"{ME}strain/{strain.id}/turn/", {"turn": "mended"})
    assert "something felt off, still open" not in text(two.therapist, "/people/")


def test_a_topic_stays_on_both_pages_however_old_until_it_is_talked_about(two: Two) -> None:
    two.own().put(ToTalkAbout(when=today(YEARS_AGO), words="Friday, and the handover"))
    for page in (two.at(), "/people/"):
        assert "Friday, and the handover" in text(two.therapist, page)
    (topic,) = two.own().leaves(ToTalkAbout)
    two.person.post(f"{ME}topic/{topic.id}/")
    for page in (two.at(), "/people/"):
        assert "Friday, and the handover" not in text(two.therapist, page)


def test_hopes_are_written_and_read_when_both_agree_and_closed_when_one_takes_it_back(two: Two) -> None:
    two.therapist.post(two.at("hopes/say/"), {"version_id": str(uuid.uuid4()), "words": "forged before"})
    assert facts(two, Hope) == []
    two.therapist.post(two.at("hopes/say/"), {"agrees": "yes"})
    two.person.post(f"{ME}hopes/say/", {"agrees": "yes"})
    send(two.person, f"{ME}hopes/say/", words="two glasses on three evenings")
    send(two.therapist, two.at("hopes/say/"), words="that the mornings get lighter")
    for browser, page in ((two.person, ME), (two.therapist, two.at())):
        shown = text(browser, f"{page}hopes/")
        assert "two glasses on three evenings" in shown
        assert "that the mornings get lighter" in shown
    two.person.post(f"{ME}hopes/say/", {"agrees": "no"})
    for browser, page in ((two.person, ME), (two.therapist, two.at())):
        shown = text(browser, f"{page}hopes/")
        assert "two glasses" not in shown
        assert "mornings" not in shown
    assert [leaf.fact.by for leaf in two.door().leaves(Hope)] == [Writer.THERAPIST]


def test_a_section_whose_drawer_is_not_open_does_not_exist(apart: Two) -> None:
    apart.own().put(ToTalkAbout(when=today(), words="the handover"))
    apart.own().put(MeetingAnswers(when=today(), heard=4))
    apart.own().put(Step(when=today(), words="told my brother"))
    apart.open_door(may_write=False, drawers=frozenset({Drawer.DIARY}))
    shown = text(apart.therapist, apart.at())
    assert "told my brother" in shown
    for hidden in ("the handover", "wants to talk about", "I felt heard", "What we agreed"):
        assert hidden not in shown
    assert apart.therapist.get(apart.at("agreed/")).status_code == 404


def test_the_page_shows_the_person_no_more_than_a_door_would(two: Two) -> None:
    for fact in (Use(when=today(), substance="cider"), Note(when=today(), words="a quarrel")):
        two.own().put(fact, drawer=Drawer.OWN)
    shown = text(two.person, ME)
    assert "cider" not in shown
    assert "quarrel" not in shown


def test_goals_and_the_plan_stand_there_for_both_without_a_verdict(two: Two) -> None:
    on = lived_today()
    two.own().put(Goal(written_on=on, words="mornings that are mine"))
    two.own().put(Goal(written_on=on, words="for me alone"), drawer=Drawer.OWN)
    plan = UsePlan(plan="a" * 32, version=1, from_on=on, substance="cider", own_sentences=("Water first.",))
    two.own().put(plan)
    for browser, page in ((two.person, ME), (two.therapist, two.at())):
        shown = text(browser, page)
        assert "mornings that are mine" in shown
        assert "Water first." in shown
        assert "for me alone" not in shown


def test_the_page_begins_with_the_last_meeting(two: Two) -> None:
    two.own().put(Meeting(when=today(3)))
    two.own().put(Step(when=today(10), words="long before"))
    two.own().put(Step(when=today(2), words="told my brother"))
    shown = text(two.therapist, two.at())
    assert "told my brother" in shown
    assert "long before" not in shown


def test_today_offers_a_line_before_a_meeting_and_four_after_it(two: Two) -> None:
    assert "meetings/" not in text(two.person, "/me/")
    two.own().put(Meeting(when=today(1)))
    two.own().put(Meeting(when=today(-2)))
    shown = text(two.person, "/me/")
    assert "How was the meeting for you?" in shown
    assert "What I want to talk about" in shown
    send(two.person, f"{ME}answers/", heard="8")
    assert "How was the meeting for you?" not in text(two.person, "/me/")


def test_a_meeting_is_set_by_either_and_called_off(two: Two) -> None:
    on = (lived_today() + dt.timedelta(days=7)).isoformat()
    send(two.therapist, two.at("next/"), on=on, at="10:00")
    assert "10:00" in text(two.person, ME)
    (meeting,) = two.own().leaves(Meeting)
    two.person.post(f"{ME}next/{meeting.id}/off/")
    assert "10:00" not in text(two.therapist, two.at())
    assert facts(two, Meeting)[0].called_off


@pytest.mark.parametrize("said", [{}, {"on": "soon"}, {"on": "0001-01-01"}, {"on": "9999-12-31"}, {"at": "25:70"}])
def test_a_day_that_is_none_is_told(two: Two, said: dict[str, str]) -> None:
    assert send(two.therapist, two.at("next/"), **said).status_code == 400
    assert facts(two, Meeting) == []


def test_a_door_closed_between_preparing_and_meeting_opens_nothing(apart: Two) -> None:
    door = apart.open_door(may_write=True)
    assert "Since last time" in text(apart.therapist, apart.at())
    apart.person.post(f"/doors/{door}/close/")
    assert apart.therapist.get(apart.at()).status_code == 404
    assert send(apart.therapist, apart.at("agreed/new/"), words="too late").status_code == 404
    assert facts(apart, Agreed) == []


def test_long_words_are_refused_with_the_words_still_there(two: Two) -> None:
    long = "ñ" * 100_001
    answer = send(two.therapist, two.at("agreed/new/"), words=long)
    assert answer.status_code == 400
    assert long in answer.content.decode()


def test_the_person_erases_what_either_wrote(two: Two) -> None:
    send(two.therapist, two.at("agreed/new/"), words="bring the sleep page")
    (line,) = two.own().leaves(Agreed)
    assert two.therapist.post(two.at(f"{line.id}/erase/")).status_code == 404
    two.person.post(f"{ME}{line.id}/erase/")
    assert facts(two, Agreed) == []
    answer = send(two.therapist, two.at(f"agreed/{line.id}/"), words="bring it", follows=str(line.version))
    assert answer.status_code == 404


def test_an_entry_is_not_erased_from_here(two: Two) -> None:
    entry = two.own().put(Note(when=today(), words="mine"))
    assert two.person.post(f"{ME}{entry.id}/erase/").status_code == 404
    assert len(facts(two, Note)) == 1


def test_the_list_tells_what_the_person_wrote_for_it_and_nothing_else(two: Two) -> None:
    two.own().put(Meeting(when=Lived(on=lived_today() + dt.timedelta(days=2), at=dt.time(10, 0))))
    two.own().put(ToTalkAbout(when=today(), words="Friday, and the handover"))
    two.own().put(Step(when=today(1), words="told my brother"))
    two.own().put(MeetingAnswers(when=today(1), heard=1))
    shown = text(two.therapist, "/people/")
    for told in ("Noa", "10:00", "Friday, and the handover", "last entry"):
        assert told in shown
    for untold in ("told my brother", "I felt heard"):
        assert untold not in shown
