"""kill -9 while somebody draws, weighs and reads letters: what belongs together is whole, and no letter is lost."""

import os
from functools import partial
from uuid import UUID, uuid4, uuid5

import pytest

from tests.drills.writers import NOON, Home, a_home, kill_again_and_again, opened, sign_in, visits_are_sound
from vado.balance.facts import BalanceItem, Kind, Weight, Whom, WordsLeft
from vado.meanings.facts_map import Does, MapArrow, MapNode, NodeSort
from vado.meanings.facts_voices import Side, VoiceLine
from vado.record import (
    Drawer,
    Fact,
    Record,
    leave_letter,
    letter_boxes,
    make_letter_box,
    take_letter,
)

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

KILLS = 30
FEWEST = 10  # rounds that a loaded machine gets done in between


def pieces(of: UUID) -> list[Fact]:
    """A thing that feeds itself, a line of a voice, and something on the balance: written together."""
    day, words = NOON.date(), f"piece {of.hex}"
    return [
        MapNode(words=words, sort=NodeSort.VOICE, drawn_on=day),
        MapArrow(source=of.hex, target=of.hex, does=Does.RAISES, note=words, drawn_on=day),
        VoiceLine(side=Side.WANTS_IT, words=words, on=day),
        BalanceItem(pan=Kind.BENEFIT, whom=Whom.ME, words=words, weights=(Weight(day, 3),)),
    ]


def write_until_killed(home: Home, acknowledge: int) -> None:
    """Each round: the pieces in one commit, a letter that comes, and a letter that is read."""
    while True:
        of = uuid4()
        with sign_in(home) as record:
            for number, fact in enumerate(pieces(of)):
                record.put(fact, version_id=uuid5(of, str(number)))
            code = make_letter_box(record, f"asked {of.hex}")
        leave_letter(code, f"letter {of.hex}", "", sending=of, now=NOON)
        os.write(acknowledge, f"{of.hex}\n".encode())
        with sign_in(home) as record:
            came = [box for box in letter_boxes(record) if box.has_letter]
            record.put(WordsLeft(words=take_letter(record, came[0].id).words, on=NOON.date()), drawer=Drawer.OWN)


def test_no_piece_is_torn_and_no_letter_is_lost() -> None:
    home = a_home()
    acknowledged = kill_again_and_again(partial(write_until_killed, home), KILLS, (0.1, 0.4))
    assert len(acknowledged) > FEWEST
    record = opened(home)
    kept = {leaf.version for leaf in record.leaves((MapNode, MapArrow, VoiceLine, BalanceItem))}
    whole = {leaf.fact.words.split()[1] for leaf in record.leaves(MapNode)}
    assert record.unreadable == ()
    assert {of.hex for of in acknowledged} <= whole
    assert kept == {uuid5(UUID(of), str(number)) for of in whole for number in range(4)}
    _check_letters(record, acknowledged)
    assert visits_are_sound(home)


def _check_letters(record: Record, acknowledged: set[UUID]) -> None:
    """A letter that was acknowledged lies in its box or was read: in one place, and one time."""
    read = [leaf.fact.words for leaf in record.leaves(WordsLeft)]
    unread = [take_letter(record, box.id).words for box in letter_boxes(record) if box.has_letter]
    letters = [words.split()[1] for words in (*read, *unread)]
    assert read
    assert len(letters) == len(set(letters))
    assert {of.hex for of in acknowledged} <= set(letters)
