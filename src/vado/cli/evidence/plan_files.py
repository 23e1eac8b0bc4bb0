"""Plans as files: drawn before the first day, changed only by adding, held against what was done."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from vado.cli.evidence.reading import loaded
from vado.cli.evidence.refusals import FileRefused, NotADiary
from vado.evidence.designs import Arrangement
from vado.evidence.errors import BadPlan
from vado.evidence.pairs import Pair
from vado.evidence.plan_record import plan_as_values, plan_from_values
from vado.evidence.planning import Plan

LARGEST = 10_000_000
FOLLOWED_OTHERWISE = "the days in the file follow another order than the plan"
BEGUN_OTHERWISE = "the days in the file begin on another date than the plan"


class FileThere(FileRefused):
    """A file that would be overwritten."""

    code = "file-there"
    message = "{file} is there already and stays as it is. Choose a new name."


def read_plan(file: Path) -> Plan:
    """The plan of a file."""
    if file.stat().st_size > LARGEST:
        raise BadPlan(reason="it has no vado_plan 1")
    try:
        content = loaded(file)
    except NotADiary:
        raise BadPlan(reason="it has no vado_plan 1") from None
    return plan_from_values(content)


def write_new(target: Path, content: bytes) -> None:
    """A new file, closed to other users of the computer; one that is there stays."""
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise FileThere(file=target.name) from None
    with os.fdopen(handle, "wb") as written:
        written.write(content)


def as_text(plan: Plan) -> bytes:
    """What a plan file holds."""
    return (json.dumps(plan_as_values(plan), indent=1, ensure_ascii=False) + "\n").encode()


def keep_changed(file: Path, plan: Plan) -> None:
    """The same file with the change added: whole, or not at all."""
    beside = file.with_name(f".{file.name}.new")
    beside.unlink(missing_ok=True)
    write_new(beside, as_text(plan))
    beside.replace(file)


def arranged_by(plan: Plan, done: Arrangement) -> Plan:
    """The plan as the days show it; an order other than the plan's is a change, kept and marked."""
    return plan if done == plan.arrangement else plan.changed(done, FOLLOWED_OTHERWISE)


def held_against(plan: Plan, pairs: Sequence[Pair]) -> tuple[Plan, list[tuple[float | None, ...]]]:
    """The plan as it was followed, and the days of each person with those between the phases, which are not known.

    Days between belong to neither phase: the plan says where among them the second began, else its first day does.
    """
    days = [(*one.before_days, *[None] * one.between, *one.after_days) for one in pairs]
    same = len(plan.arrangement) == len(pairs)
    drawn = plan.arrangement if same else [()] * len(pairs)
    plan = arranged_by(plan, tuple(_labels(one, own) for one, own in zip(pairs, drawn, strict=True)))
    begun = {one.starts_on[0] for one in pairs if one.starts_on is not None}
    if plan.begins_on is not None and begun - {plan.begins_on}:
        plan = plan.changed(plan.arrangement, BEGUN_OTHERWISE)
    return plan, days


def _labels(pair: Pair, drawn: Sequence[int]) -> tuple[int, ...]:
    m, n = len(pair.before_days), len(pair.after_days)
    if len(drawn) == m + pair.between + n and not any(drawn[:m]) and all(drawn[m + pair.between :]):
        return tuple(drawn)
    return (0,) * (m + pair.between) + (1,) * n
