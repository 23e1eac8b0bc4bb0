"""The rule of words, measured on own sentences: what it finds, what it misses, and its false alarms."""

import tomllib
from pathlib import Path

import pytest

from vado.safety import touching
from vado.safety.touching import listed, touches

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
SENTENCES = tomllib.loads((HERE / "sentences.toml").read_text())
UNSEEN = tomllib.loads((HERE / "sentences_unseen.toml").read_text())
# set: (sentences, of these decided wrongly). A change of the list changes these figures, and this test says so.
MEASURED = {
    "touching_en": (105, 5),
    "touching_es": (105, 4),
    "innocent_en": (110, 0),
    "innocent_es": (110, 0),
    "later_touching_en": (25, 1),
    "later_touching_es": (25, 1),
    "later_innocent_en": (25, 1),
    "later_innocent_es": (25, 1),
    "last_touching_en": (15, 0),
    "last_touching_es": (15, 1),
    "last_innocent_en": (15, 0),
    "last_innocent_es": (15, 0),
}
# The set that nothing was added for: the fair measure, and it is a poor one. The others were looked at afterwards.
UNSEEN_MEASURED = {
    "held_touching_en": (30, 0),
    "held_touching_es": (30, 0),
    "held_innocent_en": (30, 0),
    "held_innocent_es": (30, 0),
    "fresh_touching_en": (15, 0),
    "fresh_touching_es": (15, 1),
    "fresh_innocent_en": (15, 1),
    "fresh_innocent_es": (15, 0),
    "second_touching_en": (15, 12),
    "second_touching_es": (15, 11),
    "second_innocent_en": (15, 0),
    "second_innocent_es": (15, 1),
}


def counted(name: str, sentences: list[str]) -> tuple[int, int]:
    """How many different sentences, and how many of them are decided wrongly."""
    meant = "touching" in name
    return len(set(sentences)), sum(touches(sentence) is not meant for sentence in sentences)


@pytest.mark.parametrize("name", SENTENCES)
def test_the_measured_figures_stand(name: str) -> None:
    assert counted(name, SENTENCES[name]) == MEASURED[name]


@pytest.mark.parametrize("name", UNSEEN)
def test_the_figures_of_the_sets_written_apart_stand(name: str) -> None:
    assert counted(name, UNSEEN[name]) == UNSEEN_MEASURED[name]


def test_the_guide_tells_the_fair_figure_in_both_languages() -> None:
    found = sum(15 - UNSEEN_MEASURED[f"second_touching_{language}"][1] for language in ("en", "es"))
    guides = [(ROOT / f"docs/guide/safety{end}.md").read_text() for end in ("", ".es")]
    assert f"{found} of 30" in guides[0]
    assert f"{found} de 30" in guides[1]


def test_there_are_four_hundred_sentences_and_half_of_them_are_innocent() -> None:
    count = {kind: sum(len(found) for name, found in SENTENCES.items() if kind in name) for kind in ("touch", "innoc")}
    assert sum(count.values()) >= 400
    assert abs(count["touch"] - count["innoc"]) <= 10
    assert {name for name in SENTENCES if name.endswith("_es")} == {
        n[:-2] + "es" for n in SENTENCES if n.endswith("_en")
    }


@pytest.mark.parametrize(
    ("words", "is_touched"),
    [
        ("", False),
        ("🌙🌙", False),
        ("Я люблю чай", False),
        ("私は元気です", False),
        ("I WANT TO DIE", True),
        ("me quiero\n\n  morir", True),
        ("I don’t want to be here anymore", True),
        ("suicide", True),
        ("suicidio", True),
        ("naloxone", True),
    ],
)
def test_words_of_any_kind(words: str, is_touched: bool) -> None:
    assert touches(words) is is_touched


def test_long_words_take_no_long_time() -> None:
    assert not touches("and then we walked on by the river " * 2000)


def test_every_item_is_plain() -> None:
    for pattern in (*listed().innocent, *listed().touching):
        assert pattern == touching.plain(pattern) or any(sign in pattern for sign in "()[]\\?*|+'"), pattern
