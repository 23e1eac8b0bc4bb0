"""What an unwrapping offers to the map: the person's own words and what they marked, ready to be put there."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from vado.diary.vocabulary import name_among
from vado.meanings.facts import Unwrapping
from vado.meanings.facts_map import NodeSort
from vado.record import LeafError, Record

SORT_OF_MOMENT = {
    "event": NodeSort.SITUATION,
    "feeling": NodeSort.STATE,
    "body": NodeSort.STATE,
    "voice": NodeSort.VOICE,
    "need": NodeSort.NEED,
    "first": NodeSort.NEAR,
    "later": NodeSort.LATER,
    "helped": NodeSort.STRATEGY,
}
LONGEST_OFFERED = 60  # a few words fit on a map; a whole telling does not


def offered_from(record: Record, said_id: str, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Words of one unwrapping that are short enough for a map, each with the sort that fits its moment."""
    unwrapping = _unwrapping(record, said_id)
    if unwrapping is None:
        return []
    marked = [
        {"words": name_among(names, one), "sort": NodeSort.MEANING, "meaning": one if one in names else ""}
        for one in unwrapping.meanings
    ]
    told = [
        {"words": words, "sort": sort, "meaning": ""}
        for moment, sort in SORT_OF_MOMENT.items()
        if (words := unwrapping.words.get(moment, "").strip()) and len(words) <= LONGEST_OFFERED
    ]
    used = [{"words": unwrapping.about, "sort": NodeSort.USE, "meaning": ""}] if unwrapping.about else []
    return [*marked, *used, *told]


def _unwrapping(record: Record, said_id: str) -> Unwrapping | None:
    try:
        fact = record.leaf(UUID(said_id)).fact
    except (LeafError, ValueError):
        return None
    return fact if isinstance(fact, Unwrapping) else None
