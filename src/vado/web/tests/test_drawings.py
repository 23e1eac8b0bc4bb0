"""Marks are told apart by shape, say what they mean, and let nothing of a person's text become markup."""

import pytest

from vado.diary.marks import SHAPES as SHAPES_OF_THE_DIARY
from vado.web.drawings import ICONS, SHAPES, icon, mark


@pytest.mark.parametrize("shape", SHAPES_OF_THE_DIARY)
def test_the_shell_can_draw_every_shape_of_the_diary(shape: str) -> None:
    assert f"mark-{shape}" in mark(shape)


def test_a_number_stands_inside_its_mark() -> None:
    assert ">3</text>" in mark("circle", "3")


def test_an_own_character_stands_in_a_ring() -> None:
    drawn = mark("☾", "2")
    assert "mark-own" in drawn
    assert ">☾</text>" in drawn


def test_a_mark_with_a_label_speaks_and_one_without_is_silent() -> None:
    assert 'role="img" aria-label="joint"' in mark("triangle", label="joint")
    assert 'aria-hidden="true"' in mark("triangle")


def test_a_symbol_cannot_become_markup() -> None:
    assert "<s" not in mark("<s").replace("<svg", "")


def test_not_known_is_a_question_mark_and_never_a_number() -> None:
    assert ">?</text>" in mark("unknown")


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_decoration(name: str) -> None:
    assert 'aria-hidden="true"' in icon(name)


def test_all_marks_share_one_field() -> None:
    assert all('viewBox="0 0 32 32"' in mark(shape) for shape in SHAPES)
