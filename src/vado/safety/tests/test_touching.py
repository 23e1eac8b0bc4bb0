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
    "touching_en": (105, 1),
    "touching_es": (105, 1),
    "innocent_en": (110, 0),
    "innocent_es": (110, 0),
    "later_touching_en": (25, 0),
    "later_touching_es": (25, 0),
    "later_innocent_en": (25, 1),
    "later_innocent_es": (25, 1),
    "last_touching_en": (15, 0),
    "last_touching_es": (15, 1),
    "last_innocent_en": (15, 0),
    "last_innocent_es": (15, 0),
    "ways_touching_en": (75, 1),
    "ways_touching_es": (75, 0),
    "ways_innocent_en": (72, 0),
    "ways_innocent_es": (72, 0),
}
# `second` is the fair measure: nothing was added for it. `aside` is plain words, `third` is hints and nothing else.
UNSEEN_MEASURED = {
    "held_touching_en": (30, 0),
    "held_touching_es": (30, 0),
    "held_innocent_en": (30, 0),
    "held_innocent_es": (30, 0),
    "fresh_touching_en": (15, 0),
    "fresh_touching_es": (15, 1),
    "fresh_innocent_en": (15, 1),
    "fresh_innocent_es": (15, 0),
    "second_touching_en": (15, 9),
    "second_touching_es": (15, 9),
    "second_innocent_en": (15, 0),
    "second_innocent_es": (15, 1),
    "aside_touching_en": (25, 0),
    "aside_touching_es": (25, 3),
    "aside_innocent_en": (25, 0),
    "aside_innocent_es": (25, 0),
    "third_touching_en": (15, 15),
    "third_touching_es": (15, 15),
    "third_innocent_en": (15, 0),
    "third_innocent_es": (15, 0),
    "everyday_innocent_en": (40, 0),
    "everyday_innocent_es": (40, 0),
    "fresh_everyday_innocent_en": (40, 2),
    "fresh_everyday_innocent_es": (40, 1),
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
    guides = [(ROOT / f"docs/guide/safety{end}.md").read_text() for end in ("", ".es")]
    for name in ("second", "aside", "third"):
        sets = [UNSEEN_MEASURED[f"{name}_touching_{language}"] for language in ("en", "es")]
        count = sum(of for of, _ in sets)
        found = count - sum(missed for _, missed in sets)
        assert f"{found} of {count}" in guides[0]
        assert f"{found} de {count}" in guides[1]


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


@pytest.mark.parametrize(
    ("words", "is_touched"),
    [
        ("mejor no estar mañana", True),
        ("mejor no estar manana", True),  # a phone without ñ
        ("I want to dieeee", True),
        ("She talked of her friend. Wanted tea, then bed.", False),  # a frame never reaches over a full stop
    ],
)
def test_what_is_typed_in_a_hurry_is_read_all_the_same(words: str, is_touched: bool) -> None:
    assert touches(words) is is_touched


def test_every_group_is_used_and_every_name_is_a_group() -> None:
    named = {found for item in (*listed().touching, *listed().innocent) for found in touching.GROUP.findall(item)}
    assert named == set(listed().groups)


def test_long_words_take_no_long_time() -> None:
    assert not touches("and then we walked on by the river " * 2000)


def test_every_item_is_plain() -> None:
    for pattern in (*listed().innocent, *listed().touching):
        is_frame = any(sign in pattern for sign in "$.()[]{}\\?*|+'")
        assert is_frame or pattern.replace("ñ", "n") == touching.plain(pattern), pattern
