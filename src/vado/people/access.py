"""Who may come in, for what, and to which drawers at most. This page is the law; nothing else in Vado decides it.

A rule alone opens nothing: the person's door names the drawers, and what opens is what both allow.
"""

import enum

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vado.record import Drawer, Purpose
from vado.record.facts import SHAREABLE_DRAWERS


class Role(enum.StrEnum):
    """What somebody does in a practice."""

    THERAPIST = "therapist"
    FACILITATOR = "facilitator"
    SUPERVISOR = "supervisor"
    RESEARCHER = "researcher"
    MANAGER = "manager"


class Rule(msgspec.Struct, frozen=True):
    """One line of the table: this role may come in for this purpose, to these drawers at most."""

    role: Role
    purpose: Purpose
    drawers: frozenset[Drawer]
    why: str
    may_write: bool = False  # with the person's word: what both agree, and nothing else


RULES = (
    Rule(
        Role.THERAPIST,
        Purpose.CARE,
        SHAREABLE_DRAWERS,
        "Works with the person; the person chooses what to show.",
        may_write=True,
    ),
    Rule(
        Role.FACILITATOR,
        Purpose.GROUP,
        frozenset({Drawer.PROFILE, Drawer.DIARY, Drawer.PLAN}),
        "Leads a circle; what is said to oneself stays out of it.",
    ),
    Rule(
        Role.SUPERVISOR,
        Purpose.SUPERVISION,
        frozenset({Drawer.DIARY, Drawer.REFLECTIONS, Drawer.PLAN, Drawer.MEASURES}),
        "Helps the therapist think; needs no name and no contact.",
    ),
    Rule(
        Role.RESEARCHER,
        Purpose.RESEARCH,
        frozenset({Drawer.DIARY, Drawer.PLAN, Drawer.MEASURES}),
        "Counts and compares; needs no name and no contact.",
    ),
)

ROLE_NAMES: dict[Role, str | Promise] = {
    Role.THERAPIST: _("therapist"),
    Role.FACILITATOR: _("circle facilitator"),
    Role.SUPERVISOR: _("supervisor"),
    Role.RESEARCHER: _("researcher"),
    Role.MANAGER: _("practice manager"),
}
DRAWER_NAMES: dict[Drawer, str | Promise] = {
    Drawer.PROFILE: _("my name and how to reach me"),
    Drawer.DIARY: _("my diary: use, urges, how I am, steps"),
    Drawer.REFLECTIONS: _("what I think about it"),
    Drawer.VOICES: _("my inner voices"),
    Drawer.PLAN: _("my goals, my plan and what we agree"),
    Drawer.MEASURES: _("questionnaires I filled in"),
    Drawer.SAFETY: _("my safety plan, and safety cards that I share"),
    Drawer.OWN: _("what is for me alone"),
}
PURPOSE_NAMES: dict[Purpose, str | Promise] = {
    Purpose.OWN: _("my own record"),
    Purpose.CARE: _("therapy"),
    Purpose.GROUP: _("a circle"),
    Purpose.SUPERVISION: _("supervision"),
    Purpose.RESEARCH: _("a study"),
    Purpose.RESTORE: _("giving back access, with me present"),
    Purpose.JOB: _("a task that Vado does for me"),
}


def rule_for(role: Role) -> Rule | None:
    """The line of that role; a role without one reads no record.

    >>> rule_for(Role.MANAGER) is None
    True
    """
    return next((rule for rule in RULES if rule.role is role), None)


def purposes_of(roles: frozenset[Role]) -> tuple[Purpose, ...]:
    """For what somebody with these roles may come in, in the order of the table.

    >>> purposes_of(frozenset({Role.THERAPIST, Role.MANAGER}))
    (<Purpose.CARE: 'care'>,)
    """
    return tuple(rule.purpose for rule in RULES if rule.role in roles)


def may_read(roles: frozenset[Role], purpose: Purpose) -> frozenset[Drawer]:
    """The drawers that these roles may read at most for that purpose.

    >>> Drawer.PROFILE in may_read(frozenset({Role.RESEARCHER}), Purpose.RESEARCH)
    False
    """
    named = [rule.drawers for rule in RULES if rule.role in roles and rule.purpose is purpose]
    return frozenset().union(*named)


def role_for(purpose: Purpose) -> Role | None:
    """Who comes in for that purpose."""
    return next((rule.role for rule in RULES if rule.purpose is purpose), None)


def widest(purpose: Purpose) -> frozenset[Drawer]:
    """The drawers that a door for that purpose may name."""
    return frozenset().union(*(rule.drawers for rule in RULES if rule.purpose is purpose))


def as_markdown() -> str:
    """The table as it stands in docs/access.md."""
    head = ["# Who may come in", "", "Made from `vado/people/access.py`; a test keeps the two equal.", ""]
    head += ["A rule opens nothing alone: the person opens a door, and what opens is what door and rule both name."]
    head += ["The drawer *only me* is in no rule and in no door.", ""]
    head += ["Where the table says so and the person says so too, a door lets in to write what both agree: facts of"]
    head += ["shared writing, and nothing else.", "", "| role | for | drawers at most | may write with | why |"]
    lines = [_line(rule) for rule in RULES]
    lines += [f"| {Role.MANAGER} | | none | | Keeps the practice; reads no record. |"]
    return "\n".join([*head, "|---|---|---|---|---|", *lines, ""])


def _line(rule: Rule) -> str:
    writing = "yes" if rule.may_write else ""
    return f"| {rule.role} | {rule.purpose} | {', '.join(_names(rule.drawers))} | {writing} | {rule.why} |"


def _names(drawers: frozenset[Drawer]) -> list[str]:
    return [drawer.name.lower() for drawer in sorted(drawers)]
