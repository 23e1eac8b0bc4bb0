"""What can be decided about entries from their values: recent doses, evenings, questions, what is mine."""

import datetime as dt
import enum
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from vado.diary.facts import CheckIn, DayAnswer, DayStatement, Note, Step, Urge, Use
from vado.diary.rules_how_much import near_equal

Entry = Use | Urge | CheckIn | Step | Note
AnyEntry = TypeVar("AnyEntry", bound=Entry)
ENTRY_TYPES = (Use, Urge, CheckIn, Step, Note)

RECENT_DOSES = 6  # what fits above the fold of a small phone
RECENT_DAYS = 60
EVENING_GAP = dt.timedelta(hours=6)  # a longer pause begins another occasion

PRIVATE_FIELDS: Mapping[type, tuple[str, ...]] = {
    Use: ("where", "with_whom", "wanted", "gave", "cost", "note"),
    Urge: ("what_happened", "note"),
    CheckIn: ("note",),
    Step: (),
    Note: (),
}


def same_dose(one: Use, other: Use) -> bool:
    """Whether two uses are one dose to the person: substance, near-equal amount, and no different route."""
    if _substance_key(one) != _substance_key(other):
        return False
    if one.route and other.route and one.route != other.route:
        return False
    return near_equal(one.amount, other.amount)


def _substance_key(use: Use) -> str:
    return use.substance_code or use.substance.strip().casefold()


def recent_doses(newest_first: Iterable[Use], most: int = RECENT_DOSES) -> list[Use]:
    """The person's own distinct doses, newest first; near-equal ones are one, told as the newest."""
    doses: list[Use] = []
    for use in newest_first:
        if not any(same_dose(use, known) for known in doses):
            doses.append(use)
        if len(doses) == most:
            break
    return doses


def repeated(use: Use) -> Use:
    """What is kept of a dose when it is repeated: what and how much, no words about that other time."""
    return Use(
        when=use.when,
        substance=use.substance,
        substance_code=use.substance_code,
        amount=use.amount,
        route=use.route,
    )


def clock_order(entry: Entry, day_starts_at: dt.time) -> tuple[dt.date, int, dt.time]:
    """Order by time lived: "some time that day" first, then the clock from the day's start on."""
    when = entry.when
    if when.at is None:
        return (when.on, 0, dt.time())
    return (when.on, 2 if when.at < day_starts_at else 1, when.at)


def occasions(entries: Iterable[Entry], day_starts_at: dt.time) -> list[list[Entry]]:
    """Entries that belong together, each evening in the order of its clock.

    Entries with one occasion token are one occasion; the others belong together until a pause of six hours.
    """
    ordered = sorted(entries, key=lambda entry: clock_order(entry, day_starts_at))
    groups: list[list[Entry]] = []
    for entry in ordered:
        home = _group_of(entry, groups, day_starts_at)
        if home is None:
            groups.append([entry])
        else:
            home.append(entry)
    return groups


def _group_of(entry: Entry, groups: Sequence[list[Entry]], day_starts_at: dt.time) -> list[Entry] | None:
    if entry.occasion:
        return next((group for group in groups if entry.occasion in {one.occasion for one in group}), None)
    if not groups:
        return None
    last = groups[-1][-1]
    is_close = last.when.on == entry.when.on and _pause_between(last, entry, day_starts_at) <= EVENING_GAP
    return groups[-1] if is_close else None


def _pause_between(one: Entry, other: Entry, day_starts_at: dt.time) -> dt.timedelta:
    if one.when.at is None or other.when.at is None:
        return dt.timedelta() if one.when.at is other.when.at else dt.timedelta.max
    return _since_start(other.when.at, day_starts_at) - _since_start(one.when.at, day_starts_at)


def _since_start(at: dt.time, day_starts_at: dt.time) -> dt.timedelta:
    minutes = (at.hour - day_starts_at.hour) * 60 + at.minute - day_starts_at.minute
    return dt.timedelta(minutes=minutes % (24 * 60))


class Question(enum.StrEnum):
    """What is asked after an entry of use, in this order, if the person wants; then it stops."""

    REMEMBER = "remember"
    GAVE = "gave"
    KEEP = "keep"


def next_question(asked: Question | None, use: Use) -> Question | None:
    """The question after this one that has no answer yet."""
    order = list(Question)
    rest = order[order.index(asked) + 1 :] if asked else order
    answered = {Question.REMEMBER: use.note, Question.GAVE: use.gave, Question.KEEP: ""}
    return next((question for question in rest if not answered[question]), None)


def without_fields(entry: AnyEntry, fields: Iterable[str]) -> AnyEntry:
    """The entry as others may see it, these fields left out."""
    return msgspec.structs.replace(entry, **dict.fromkeys(fields, ""))


def with_fields(entry: AnyEntry, words: Mapping[str, str]) -> AnyEntry:
    """The entry as the person sees it, with the words that are only theirs."""
    known = {field: said for field, said in words.items() if field in PRIVATE_FIELDS.get(type(entry), ())}
    return msgspec.structs.replace(entry, **known)


def says_nothing_used_beside_use(statements: Iterable[DayStatement], entries: Iterable[Entry]) -> bool:
    """Whether a day says both "nothing used" and a use. Both stay until the person says otherwise."""
    uses = [entry for entry in entries if isinstance(entry, Use)]
    return any(_contradicts(statement, use) for statement in statements for use in uses)


def _contradicts(statement: DayStatement, use: Use) -> bool:
    if statement.answer is not DayAnswer.NOTHING_USED:
        return False
    return not statement.substance_codes or use.substance_code in statement.substance_codes


def is_same_but_for_when(one: Entry, other: Entry) -> bool:
    """Whether the second is the first sent twice: "now" moves on between two taps, the words do not."""
    return type(one) is type(other) and msgspec.structs.replace(one, when=other.when) == other
