"""One thing on the balance: a first one in minutes, one substance by itself, two hands at once, only me, bad input."""

import datetime as dt
import re
import uuid

import msgspec
import pytest
from django.test import Client

from tests.signed_in import Open
from vado.balance.facts import BalanceItem, Kind, SideItem, Weight, Whom
from vado.record import Drawer, Leaf

pytestmark = pytest.mark.django_db

THEN = dt.date(2026, 3, 1)

# How long somebody takes who is tired and writes with a thumb. Own judgement, on the slow side.
SECONDS_A_TAP = 4
WORDS_READ_A_SECOND = 3  # every word of every page
WORDS_WRITTEN_A_SECOND = 1 / 3
FIVE_MINUTES = 300


def laid(diary: Open, words: str, **said: object) -> Leaf[BalanceItem]:
    item = BalanceItem(pan=Kind.HARM, whom=Whom.ME, words=words, weights=(Weight(THEN, 3),))
    return diary().put(msgspec.structs.replace(item, **said))


def form_of(person: Client, address: str) -> dict[str, str]:
    """The hidden fields of the page as they are sent along."""
    shown = person.get(address).content.decode()
    return dict(re.findall(r'name="(version_id|follows|pan)" value="([^"]+)"', shown))


def plain_words(page: str) -> int:
    """How many words somebody reads who reads them all."""
    main = re.search(r"<main.*</main>", page, re.DOTALL)
    assert main
    return len(re.sub(r"<[^>]+>", " ", main[0]).split())


def test_a_first_balance_takes_five_minutes_at_the_most(person: Client, diary: Open) -> None:
    addresses = ["/me/meanings/", "/me/balance/", "/me/balance/begin/"]
    pages = [person.get(address).content.decode() for address in addresses]
    for page, leads in zip(pages, addresses[1:], strict=False):
        assert f'href="{leads}"' in page, "one tap leads on"
    lines = re.findall(r'name="((?:benefit|harm)_\w+)"', pages[-1])
    assert lines == ["benefit_me", "benefit_people", "benefit_community", "harm_me", "harm_people", "harm_community"]
    words = "the hour after work is mine alone"
    sent = {**form_of(person, "/me/balance/begin/"), **dict.fromkeys(lines, words)}
    assert person.post("/me/balance/begin/", sent).status_code == 302
    assert len(list(diary().leaves(BalanceItem))) == len(lines)
    taps = len(addresses) + len(lines) + 1
    reading = sum(map(plain_words, pages)) / WORDS_READ_A_SECOND
    writing = len(lines) * len(words.split()) / WORDS_WRITTEN_A_SECOND
    assert taps == 10
    assert taps * SECONDS_A_TAP + reading + writing <= FIVE_MINUTES


def test_a_first_balance_may_be_one_line_and_sent_twice_it_is_kept_once(person: Client, diary: Open) -> None:
    sent = {**form_of(person, "/me/balance/begin/"), "benefit_me": "quiet"}
    person.post("/me/balance/begin/", sent)
    person.post("/me/balance/begin/", sent)
    (leaf,) = diary().leaves(BalanceItem)
    assert (leaf.fact.pan, leaf.fact.whom, leaf.fact.words) == (Kind.BENEFIT, Whom.ME, "quiet")
    empty = person.post("/me/balance/begin/", form_of(person, "/me/balance/begin/"))
    assert "Write a word or two, and it is kept." in empty.content.decode()


def test_one_substance_can_be_looked_at_by_itself_and_no_address_names_it(person: Client, diary: Open) -> None:
    wine = laid(diary, "mornings", substance="wine")
    laid(diary, "the money", substance="Wine ")
    laid(diary, "the smoke", substance="cannabis")
    alone = laid(diary, "the years")
    shown = person.get("/me/balance/").content.decode()
    links = re.findall(r'href="(/me/balance/of/[^"]+)"', shown)
    assert len(links) == 3, "wine, cannabis, all together"
    assert not [link for link in links if "wine" in link.lower()]
    of_wine = person.get(f"/me/balance/of/{wine.id}/").content.decode()
    assert "mornings" in of_wine
    assert "the money" in of_wine
    assert "the smoke" not in of_wine
    together = person.get(f"/me/balance/of/{alone.id}/").content.decode()
    assert "the years" in together
    assert "mornings" not in together
    assert 'value="wine"' in person.get(f"/me/balance/add/harm/?like={wine.id}").content.decode()
    assert person.get(f"/me/balance/of/{uuid.uuid4()}/").status_code == 404
    assert person.get("/me/balance/add/harm/?like=nothing").status_code == 200


def test_two_edits_at_once_are_both_shown_until_the_person_chooses(person: Client, diary: Open) -> None:
    kept = laid(diary, "mornings")
    address = f"/me/balance/item/{kept.id}/"
    first, second = form_of(person, address), form_of(person, address)
    for sent, words in ((first, "the mornings after"), (second, "waking at four")):
        person.post(address, {**sent, "words": words, "whom": "me", "version_id": str(uuid.uuid4())})
    shown = person.get("/me/balance/").content.decode()
    assert "the mornings after" in shown
    assert "waking at four" in shown
    assert shown.count("one of two versions") == 2
    page = person.get(address).content.decode()
    assert "Two changes were made at the same time. Both are kept here." in page
    heads = diary().heads(kept.id)
    person.post(f"{address}settle/", {"version": heads[0].version.hex, "keep": "both"})
    assert {leaf.fact.words for leaf in diary().leaves(BalanceItem)} == {"the mornings after", "waking at four"}
    assert {leaf.heads for leaf in diary().leaves(BalanceItem)} == {1}


def test_of_two_edits_one_may_be_kept_alone(person: Client, diary: Open) -> None:
    kept = laid(diary, "mornings")
    for words in ("one", "two"):
        diary().put(msgspec.structs.replace(kept.fact, words=words), leaf_id=kept.id, follows=[kept.version])
    heads = diary().heads(kept.id)
    person.post(f"/me/balance/item/{kept.id}/settle/", {"version": heads[0].version.hex, "keep": "this"})
    assert [leaf.fact.words for leaf in diary().leaves(BalanceItem)] == ["one"]


def test_only_me_keeps_an_item_and_gives_it_back(person: Client, diary: Open) -> None:
    kept = laid(diary, "mornings")
    assert "Only me" in person.get(f"/me/balance/item/{kept.id}/").content.decode()
    person.post(f"/me/balance/item/{kept.id}/only-me/")
    assert diary().leaf(kept.id).drawer is Drawer.OWN
    assert "Let doors show it" in person.get(f"/me/balance/item/{kept.id}/").content.decode()
    person.post(f"/me/balance/item/{kept.id}/only-me/")
    assert diary().leaf(kept.id).drawer is Drawer.REFLECTIONS


@pytest.mark.parametrize("address", ["/me/balance/item/{}/", "/me/balance/add/harm/"])
@pytest.mark.parametrize("words", ["🌊", "الصباح", "<b>x</b> & “y”", "ñandú " * 40])
def test_any_script_and_an_emoji_alone_are_words(person: Client, diary: Open, address: str, words: str) -> None:
    kept = laid(diary, "mornings")
    where = address.format(kept.id)
    sent = {**form_of(person, where), "words": words, "whom": "me"}
    assert person.post(where, sent).status_code == 302
    assert words.strip() in {leaf.fact.words for leaf in diary().leaves(BalanceItem)}
    shown = person.get("/me/balance/").content.decode()
    assert words.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in shown


def test_words_for_something_erased_meanwhile_stay_in_the_form_and_can_be_laid_anew(
    person: Client, diary: Open
) -> None:
    kept = laid(diary, "mornings")
    address = f"/me/balance/item/{kept.id}/"
    sent = {**form_of(person, address), "words": "waking at four", "whom": "people", "next_step": "tell him"}
    diary().remove(kept.id)
    answer = person.post(address, sent)
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "This entry was erased meanwhile. What you wrote is still in the form." in shown
    assert 'value="waking at four"' in shown
    (leads,) = re.findall(r'<form method="post" class="stack" action="([^"]+)"', shown)
    assert person.post(leads, sent).status_code == 302
    assert [leaf.fact.words for leaf in diary().leaves(BalanceItem)] == ["waking at four"]
    assert person.get(address).status_code == 404


def test_the_same_for_one_of_the_four_fields(person: Client, diary: Open) -> None:
    page = {"version_id": str(uuid.uuid4()), "field": "stay_good", "words": "Fridays"}
    person.post("/me/sides/add/", page)
    (kept,) = diary().leaves(SideItem)
    diary().remove(kept.id)
    again = {**page, "version_id": str(uuid.uuid4()), "words": "Fridays and Sundays"}
    shown = person.post(f"/me/balance/item/{kept.id}/", again).content.decode()
    assert 'value="Fridays and Sundays"' in shown
    assert 'action="/me/sides/add/"' in shown


@pytest.mark.parametrize("said", [{"matters": "5"}, {"matters": "-1"}, {"ready": "11"}, {"whom": "court"}])
def test_a_weight_or_a_whom_that_is_none_is_refused_with_the_words_kept(
    person: Client, diary: Open, said: dict[str, str]
) -> None:
    page = {"version_id": str(uuid.uuid4()), "words": "mornings", "whom": "me", **said}
    shown = person.post("/me/balance/add/harm/", page).content.decode()
    assert "Not kept yet. Your words are still here." in shown
    assert 'value="mornings"' in shown
    assert list(diary().leaves(BalanceItem)) == []
