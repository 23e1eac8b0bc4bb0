"""What is dangerous together: groups of substances with their hours, and pairs with mechanism, signs and source."""

import functools
import importlib.resources
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from vado.catalogue.broken import decoded
from vado.catalogue.facts_of_the_world import CheckedFact, Named

FILE = "combinations.toml"
Words = Mapping[str, str]  # by language


class Group(Named, frozen=True, kw_only=True):
    """Substances that a rule takes as one; an entry counts for so many hours, longer for some."""

    hours: int
    longer: Mapping[str, int] = {}
    classes: tuple[str, ...] = ()
    substances: tuple[str, ...] = ()


class Medicine(Named, frozen=True, kw_only=True):
    """A medicine of the list "what I take regularly" that the diary's catalogue does not hold."""


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """What pairs of one mechanism have in common."""

    code: str
    now: Words
    why: Words
    signs: tuple[Words, ...]
    safer: tuple[Words, ...]


class Pair(CheckedFact, frozen=True, kw_only=True):
    """Two groups that are dangerous or unsafe together."""

    source: str  # a code of the file's own sources
    groups: tuple[str, str]
    family: str
    strength: Literal["dangerous", "unsafe"]

    @property
    def id(self) -> str:
        """The id of its row, the same whichever of the two came first."""
        return "-".join(sorted(self.groups))


class CombinationsFile(msgspec.Struct, frozen=True):
    """The shape of combinations.toml."""

    groups: tuple[Group, ...]
    medicines: tuple[Medicine, ...]
    families: tuple[Family, ...]
    sources: Mapping[str, Words]
    also: Mapping[str, tuple[str, ...]]
    pairs: tuple[Pair, ...]


@functools.cache
def combinations() -> CombinationsFile:
    """The whole file; raises `BrokenCatalogue` for a row that names what is not there."""
    content = importlib.resources.files("vado.catalogue").joinpath(FILE).read_bytes()
    return decoded(FILE, content, CombinationsFile, first_broken_row)


def first_broken_row(file: CombinationsFile) -> str:
    """What is wrong with the first row that names something that is not in the file, or nothing."""
    return next(_broken_rows(file), "")


def _broken_rows(file: CombinationsFile) -> Iterator[str]:
    groups = {group.code for group in file.groups}
    families = {family.code for family in file.families}
    seen: set[str] = set()
    for row, pair in enumerate(file.pairs):
        if not set(pair.groups) <= groups or pair.groups[0] == pair.groups[1]:
            yield f"these are not two groups of the file: {pair.groups} - at `$.pairs[{row}].groups`"
        if pair.family not in families:
            yield f"there is no family {pair.family} - at `$.pairs[{row}].family`"
        if pair.source not in file.sources:
            yield f"there is no source {pair.source} - at `$.pairs[{row}].source`"
        if pair.id in seen:
            yield f"this pair stands here twice: {pair.id} - at `$.pairs[{row}].groups`"
        seen.add(pair.id)


def source_of(pair: Pair) -> Words:
    """Where a pair comes from."""
    return combinations().sources[pair.source]


def group(code: str) -> Group:
    """A group by its code."""
    return _groups()[code]


def family(code: str) -> Family:
    """A family by its code."""
    return _families()[code]


@functools.lru_cache(maxsize=512)
def groups_of(substance_code: str, class_code: str) -> frozenset[str]:
    """The groups that a substance, or the class of an own one, belongs to.

    >>> sorted(groups_of("tramadol", "opioid"))
    ['opioid', 'tramadol']
    """
    return _by_substance().get(substance_code, frozenset()) | _by_class().get(class_code, frozenset())


def hours_of(group_code: str, substance_code: str) -> int:
    """For how many hours an entry of this substance counts as being of this group."""
    found = group(group_code)
    return found.longer.get(substance_code, found.hours)


@functools.lru_cache(maxsize=512)
def pairs_with(group_codes: frozenset[str]) -> tuple[Pair, ...]:
    """The rows that speak of one of these groups."""
    return tuple(pair for pair in combinations().pairs if group_codes & set(pair.groups))


@functools.lru_cache(maxsize=512)
def most_hours_beside(group_codes: frozenset[str]) -> int:
    """How far back a rule about these groups ever has to look, in hours; 0 where no rule speaks of them."""
    return max((_longest(code) for pair in pairs_with(group_codes) for code in pair.groups), default=0)


def _longest(code: str) -> int:
    found = group(code)
    return max(found.hours, *found.longer.values(), 0)


@functools.cache
def _groups() -> Mapping[str, Group]:
    return {one.code: one for one in combinations().groups}


@functools.cache
def _families() -> Mapping[str, Family]:
    return {one.code: one for one in combinations().families}


@functools.cache
def _by_class() -> Mapping[str, frozenset[str]]:
    codes = {code for one in combinations().groups for code in one.classes}
    return {code: frozenset(one.code for one in combinations().groups if code in one.classes) for code in codes}


@functools.cache
def _by_substance() -> Mapping[str, frozenset[str]]:
    codes = {code for one in combinations().groups for code in one.substances}
    return {code: frozenset(one.code for one in combinations().groups if code in one.substances) for code in codes}
