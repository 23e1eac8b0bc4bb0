"""What the pages of the balance show, made ready for their templates."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from vado.balance.facts import BalanceItem, ComesTo, Field, Kind, SideItem, Whom, WordsLeft
from vado.balance.rules import Item, days_of_change, matters_on, moved, on_day, substances_of
from vado.balance.words import FIELD_NAMES, KIND_NAMES, PROMPTS, WHOM_NAMES, matters_words, moved_sentence
from vado.record import Drawer, Leaf, Record, letter_boxes

BESIDE = "+"  # in the key of a second head


def items_of(record: Record) -> dict[str, Item]:
    """Benefits and harms that are or were on the balance; of two edits at once both, each under a key of its own."""
    return _by_key(record.leaves(BalanceItem))


def sides_of(record: Record) -> dict[str, Item]:
    """The same for changing and staying."""
    return _by_key(record.leaves(SideItem))


def _by_key(leaves: Iterable[Leaf[Any]]) -> dict[str, Item]:
    """By hex id; a head that another one follows in the order bears its version too."""
    found: dict[str, Item] = {}
    for leaf in sorted(leaves, key=lambda leaf: (leaf.id.bytes, -leaf.sequence)):
        key = leaf.id.hex
        found[key if key not in found else f"{key}{BESIDE}{leaf.version.hex}"] = leaf.fact
    return found


def pans(items: Mapping[str, Item], day: dt.date) -> list[dict[str, Any]]:
    """Benefits, then harms, each to me, to my people, to the community."""
    there = on_day(items, day)
    return [
        {"code": kind.value, "name": KIND_NAMES[kind], "groups": [_group(there, kind, whom, day) for whom in Whom]}
        for kind in Kind
    ]


def _group(there: Mapping[str, Item], kind: Kind, whom: Whom, day: dt.date) -> dict[str, Any]:
    lines = [
        _line(key, item, day, there)
        for key, item in there.items()
        if isinstance(item, BalanceItem) and item.pan is kind and item.whom is whom
    ]
    return {"name": WHOM_NAMES[whom], "prompt": PROMPTS[whom], "lines": lines}


def fields(items: Mapping[str, Item], day: dt.date) -> list[dict[str, Any]]:
    """The four fields."""
    there = on_day(items, day)
    order = (Field.STAY_GOOD, Field.CHANGE_GOOD, Field.STAY_LESS, Field.CHANGE_LESS)
    return [
        {
            "name": FIELD_NAMES[field],
            "lines": [
                _line(key, item, day, there)
                for key, item in there.items()
                if isinstance(item, SideItem) and item.field is field
            ],
        }
        for field in order
    ]


def _line(key: str, item: Item, day: dt.date, there: Mapping[str, Item]) -> dict[str, Any]:
    beside = {other.partition(BESIDE)[0] for other in there if BESIDE in other}
    return {
        "id": UUID(key.partition(BESIDE)[0]),
        "is_beside": key in beside or BESIDE in key,
        "item": item,
        "matters": matters_words(matters_on(item, day)),
        "since": item.weights[0].on,
    }


def then_page(items: Mapping[str, Item], then: dt.date, now: dt.date) -> dict[str, Any]:
    """What moved between two days, in sentences; with the days that can be chosen."""
    return {
        "then": then,
        "now": now,
        "moved": [moved_sentence(items[one.item], one) for one in moved(items, then, now)],
        "days": days_of_change(items.values()),
    }


def said_it_comes_to(record: Record) -> list[ComesTo]:
    """What the person said it comes to, newest first."""
    return sorted((leaf.fact for leaf in record.leaves(ComesTo)), key=lambda fact: fact.on, reverse=True)


def shown_words(record: Record) -> list[WordsLeft]:
    """Letters that the person shows through doors, newest first."""
    leaves = (leaf for leaf in record.leaves(WordsLeft) if leaf.drawer is not Drawer.OWN)
    return sorted((leaf.fact for leaf in leaves), key=lambda fact: fact.on, reverse=True)


def letters_that_came(record: Record) -> int:
    """How many letters lie unread; through a door nothing is known of them."""
    return sum(box.has_letter for box in letter_boxes(record)) if record.is_own else 0


def substances_shown(items: Mapping[str, Item], today: dt.date, chosen: UUID | None) -> list[dict[str, Any]]:
    """What can be looked at by itself, where there is more than one; the address names an item, never a word."""
    found = substances_of(items, today)
    chosen_word = next((getattr(item, "substance", "") for key, item in items.items() if _is(key, chosen)), None)
    shown = [
        {"id": UUID(key.partition(BESIDE)[0]), "word": word, "is_chosen": _same(word, chosen_word)}
        for key, word in found.items()
    ]
    return shown if len(shown) > 1 else []


def _is(key: str, chosen: UUID | None) -> bool:
    return chosen is not None and key == chosen.hex


def _same(word: str, chosen: str | None) -> bool:
    return chosen is not None and word.casefold() == chosen.strip().casefold()
