"""What I take regularly and what matters in an emergency: every line optional, nothing lost, bad input told kindly."""

import datetime as dt
from uuid import uuid4

import pytest
from django.test import Client

from tests.cast import Cast, Part, lived_today
from vado.record import Record
from vado.safety.classes import code_of
from vado.safety.facts import AboutMe, Regular
from vado.safety.plain import Away
from vado.safety.reading import plan_heads, safety_of

pytestmark = pytest.mark.django_db

TAKES, ABOUT, CARD = "/me/safety/takes/", "/me/safety/about/", "/me/safety/card/"


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(Part.PERSON)


@pytest.fixture
def record(cast: Cast) -> Record:
    return cast.open()


def said(**words: object) -> dict[str, object]:
    return {"version_id": str(uuid4()), "follows": "", **words}


def names(cast: Cast) -> list[str]:
    return [leaf.fact.name for leaf in safety_of(cast.open()).regular]


@pytest.mark.parametrize("name", ["🌙", "чай", "お茶", "شاي", "ketamina de Teo", "x" * 300])
def test_any_script_and_an_emoji_are_names(cast: Cast, client: Client, name: str) -> None:
    assert client.post(TAKES, said(name=name)).status_code == 302
    assert names(cast) == [name]
    assert safety_of(cast.open()).standing.class_codes == frozenset()


def test_a_misspelt_medicine_is_asked_about_and_never_changed(cast: Cast, client: Client) -> None:
    form = said(name="sertralin", missed_doses="1")
    page = client.post(TAKES, form).content.decode()
    assert "Did you mean one of these?" in page
    assert 'value="Sertraline"' in page
    assert 'value="1"' in page
    assert names(cast) == []
    client.post(TAKES, {**form, "as_written": "1"})
    assert names(cast) == ["sertralin"]
    client.post(TAKES, said(name="sertralin", meant="Sertraline"))
    assert safety_of(cast.open()).standing.substance_codes == {"sertraline"}


@pytest.mark.parametrize("country", ["", "US", "ES", "MX"])
@pytest.mark.parametrize(
    ("brand", "code"),
    [
        ("Suboxone", "buprenorphine"),
        ("Subutex", "buprenorphine"),
        ("Buvidal", "buprenorphine"),
        ("Metasedin", "methadone"),
        ("Vivitrol", "naltrexone"),
        ("Xanax", "alprazolam"),
        ("Valium", "diazepam"),
        ("Rivotril", "clonazepam"),
        ("Ativan", "lorazepam"),
        ("Lexatin", "benzodiazepine"),
        ("Lyrica", "pregabalin"),
        ("Lioresal", "baclofen"),
    ],
)
def test_a_brand_is_known_whatever_the_country(brand: str, code: str, country: str) -> None:
    assert code_of(brand, country) == code


@pytest.mark.parametrize(("language", "told"), [("en", "to be verified"), ("es", "por verificar")])
def test_a_brand_says_that_it_is_to_be_verified_and_a_name_does_not(client: Client, language: str, told: str) -> None:
    client.post(TAKES, said(name="Naltrexone"))
    assert told not in client.get(TAKES, headers={"accept-language": language}).content.decode()
    client.post(TAKES, said(name="Vivitrol"))
    assert told in client.get(TAKES, headers={"accept-language": language}).content.decode()


def test_missed_doses_are_told_of_by_the_brand_as_well(client: Client) -> None:
    page = client.post(TAKES, said(name="Suboxone", missed_doses="2"), follow=True).content.decode()
    assert "Missed methadone or buprenorphine" in page


@pytest.mark.parametrize(
    ("address", "field", "told"),
    [(TAKES, "since", "has not come yet"), (ABOUT, "back_on", "has not come yet")],
)
def test_a_day_to_come_is_told_and_the_words_stay(client: Client, address: str, field: str, told: str) -> None:
    tomorrow = lived_today() + dt.timedelta(days=2)
    page = client.post(address, said(name="the blue one", **{field: tomorrow.isoformat()})).content.decode()
    assert told in page
    assert "the blue one" in page


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"name": ""}, "as you call it"),
        ({"name": "y" * 301}, "too long for one line"),
        ({"name": "x", "missed_doses": "many"}, "Write a number"),
        ({"name": "x", "missed_doses": "-1"}, "Write a number"),
        ({"name": "x", "since": "yesterday"}, "Choose a day"),
    ],
)
def test_what_cannot_be_kept_is_told(cast: Cast, client: Client, sent: dict[str, str], told: str) -> None:
    assert told in client.post(TAKES, said(**sent)).content.decode()
    assert names(cast) == []


@pytest.mark.parametrize("country", ["XX", "🌙", "<b>"])
def test_a_country_without_lines_is_not_kept_and_nothing_breaks(cast: Cast, client: Client, country: str) -> None:
    client.post("/me/safety/country/", {"country": "CL"})
    assert client.post("/me/safety/country/", {"country": country}).status_code == 302
    assert safety_of(cast.open()).country == "CL"


@pytest.mark.parametrize("words", ["🌙", "Сестра Оля +7 912 000", "אחותי 052-000-0000", "妹 090-0000-0000"])
def test_a_safety_plan_in_any_script_or_an_emoji_alone(client: Client, words: str) -> None:
    client.post("/me/safety/plan/write/", said(people=words))
    page = client.get("/me/safety/plan/").content.decode()
    assert words.split(maxsplit=1)[0] in page
    assert page.count("tel:") == (1 if " " in words else 0)


def test_an_empty_safety_plan_is_told_of(cast: Cast, client: Client) -> None:
    page = client.post("/me/safety/plan/write/", said()).content.decode()
    assert "One is enough to begin" in page
    assert plan_heads(cast.open()) == []


def test_it_is_told_in_spanish_as_well(client: Client) -> None:
    page = client.post(TAKES, said(name="", since="ayer"), headers={"accept-language": "es"}).content.decode()
    assert "como lo llamas" in page
    assert "Elige un día del calendario" in page


def test_a_page_that_is_sent_twice_with_other_words_loses_none(cast: Cast, client: Client) -> None:
    form = said(name="lithium")
    client.post(TAKES, form)
    client.post(TAKES, form)
    page = client.post(TAKES, {**form, "name": "zopiclone"})
    assert "zopiclone" in page.content.decode()
    assert "Send it once more" in page.content.decode()
    sent = page.context["form"]
    client.post(TAKES, {"version_id": sent["version_id"].value(), "follows": "", "name": "zopiclone"})
    assert names(cast) == ["lithium", "zopiclone"]


def test_a_line_can_be_changed_and_two_changes_at_once_are_both_shown(cast: Cast, client: Client) -> None:
    leaf = cast.open().put(Regular(name="methadone", code="methadone", prescribed=True))
    address = f"{TAKES}{leaf.id}/"
    assert 'value="methadone"' in client.get(address).content.decode()
    seen = str(leaf.version)
    for missed in ("1", "3"):
        client.post(address, said(name="methadone", prescribed="yes", missed_doses=missed, follows=seen))
    drawer = safety_of(cast.open())
    assert sorted(line.fact.missed_doses or 0 for line in drawer.regular) == [1, 3]
    assert drawer.standing.missed_maintenance_doses == 3  # the more careful of the two
    assert client.get(TAKES).content.decode().count("Keep this one") == 2
    chosen = next(line for line in drawer.regular if line.fact.missed_doses == 1)
    client.post(f"/me/safety/keep/{leaf.id}/", {"version": chosen.version.hex})
    assert [line.fact.missed_doses for line in safety_of(cast.open()).regular] == [1]
    assert len(cast.open().history(leaf.id)) == 4


def test_words_for_a_line_that_was_taken_away_meanwhile_are_kept(cast: Cast, client: Client) -> None:
    leaf = cast.open().put(Regular(name="methadone", code="methadone"))
    client.post(f"{TAKES}{leaf.id}/erase/")
    client.post(f"{TAKES}{leaf.id}/", said(name="methadone", missed_doses="2", follows=str(leaf.version)))
    assert names(cast) == ["methadone"]


def test_what_matters_written_in_two_places_is_shown_twice_and_one_can_be_kept(cast: Cast, client: Client) -> None:
    client.post(ABOUT, said(seizures="no", allergies="nuts"))
    client.post(ABOUT, said(seizures="yes", call="Teo 555 0101"))  # from a page that was opened before the first
    drawer = safety_of(cast.open())
    assert [leaf.heads for leaf in drawer.about] == [2, 2]
    assert drawer.standing.seizures is True
    page = client.get(ABOUT).content.decode()
    assert page.count("Keep this one") == 2
    assert "nuts" in page
    assert "Teo 555 0101" in page
    card = client.get(CARD).content.decode()
    assert all(words in card for words in ("nuts", "Teo 555 0101", "seizure or confusion after stopping"))
    client.post(f"/me/safety/keep/{drawer.about[0].id}/", {"version": drawer.about[0].version.hex})
    assert [leaf.fact.allergies for leaf in safety_of(cast.open()).about] == ["nuts"]


def test_writing_it_once_more_makes_one_of_two(cast: Cast, client: Client) -> None:
    client.post(ABOUT, said(allergies="nuts"))
    client.post(ABOUT, said(allergies="shellfish"))
    both = client.get(ABOUT).context["form"]["follows"].value()
    client.post(ABOUT, said(allergies="nuts and shellfish", follows=both))
    assert [leaf.fact.allergies for leaf in safety_of(cast.open()).about] == ["nuts and shellfish"]


def test_a_time_away_is_said_once_and_read_by_the_rules(cast: Cast, client: Client) -> None:
    yesterday = lived_today() - dt.timedelta(days=1)
    client.post(ABOUT, said(away=["prison", "detox"], back_on=yesterday.isoformat()))
    assert safety_of(cast.open()).standing.away_before(yesterday) == {Away.PRISON, Away.DETOX}
    page = client.post("/me/use/", said(substance="Beer", when="now"), follow=True).content.decode()
    assert 'data-rule="lost-tolerance-other"' in page


@pytest.mark.parametrize(("name", "is_after_it"), [("Naltrexone", True), ("Vivitrol", True), ("Sertraline", False)])
def test_naltrexone_on_the_list_counts_as_after_naltrexone(client: Client, name: str, is_after_it: bool) -> None:
    client.post("/me/use/", said(substance="Heroin", when="now"))
    client.post(TAKES, said(name=name))
    page = client.post("/me/use/", said(substance="Heroin", when="now"), follow=True).content.decode()
    assert ('data-rule="lost-tolerance-opioid"' in page) is is_after_it


def test_the_card_tells_a_helper_of_missed_doses_and_of_a_time_away_as_long_as_it_matters(client: Client) -> None:
    day = lived_today() - dt.timedelta(days=3)
    client.post(TAKES, said(name="Methadone", missed_doses="4"))
    client.post(ABOUT, said(away=["prison"], back_on=day.isoformat()))
    page = " ".join(client.get(CARD).content.decode().split())
    assert "Methadone (4 missed doses)" in page
    assert "in prison or jail" in page
    assert "Less used to it than before." in page


def test_a_time_away_of_long_ago_is_not_on_the_card(client: Client) -> None:
    client.post(ABOUT, said(away=["prison"], back_on=(lived_today() - dt.timedelta(days=60)).isoformat()))
    assert "prison" not in client.get(CARD).content.decode()


def test_the_card_bears_the_name_that_was_put_on_it_or_none(cast: Cast, client: Client) -> None:
    page = client.get(CARD).content.decode()
    assert "Put a name on it" in page
    assert "Record " not in page
    client.post(ABOUT, said(name="Ñusta", seizures="no"))
    page = client.get(CARD).content.decode()
    assert "Ñusta" in page
    assert "Put a name on it" not in page


def test_of_two_versions_none_is_kept_that_is_not_among_them(cast: Cast, client: Client) -> None:
    leaf = cast.open().put(AboutMe(allergies="nuts"))
    client.post(f"/me/safety/keep/{leaf.id}/", {"version": uuid4().hex})
    client.post(f"/me/safety/keep/{uuid4()}/", {"version": leaf.version.hex})
    assert len(cast.open().history(leaf.id)) == 1


WHERE_DANGER_IS_TOUCHED = (
    TAKES, ABOUT, CARD, "/me/safety/", "/me/safety/plan/", "/me/use/", "/me/urge/", "/me/note/",
    "/me/goals/new/", "/me/plan/new/", "/me/occasions/new/", "/me/readiness/", "/me/meetings/felt-off/",
)  # fmt: skip


@pytest.mark.parametrize("address", WHERE_DANGER_IS_TOUCHED)
def test_nobody_reads_this_stands_wherever_danger_is_touched(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert page.count("Nobody reads this as you write. If you need somebody now:") == 1
