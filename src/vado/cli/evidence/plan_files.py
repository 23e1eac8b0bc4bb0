"""Plans as files: drawn before the first day, changed only by adding, held against what was done."""

import json
import os
from pathlib import Path

from vado.cli.evidence.reading import FileRefused, NotADiary, loaded
from vado.evidence.designs import Arrangement
from vado.evidence.errors import BadPlan
from vado.evidence.plan_record import plan_as_values, plan_from_values
from vado.evidence.planning import Plan

LARGEST = 10_000_000
FOLLOWED_OTHERWISE = "the days in the file follow another order than the plan"


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
