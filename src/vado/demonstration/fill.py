"""Makes the ten people, their therapist and a stranger, through the same actions as anybody else."""

import datetime as dt
import secrets
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import msgspec
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings

from vado.demonstration.fill_meetings import fill_meetings
from vado.demonstration.fill_safety import safety_of_story
from vado.demonstration.meanings import meanings_of, thoughts_of_the_therapist
from vado.demonstration.plans import plans_of
from vado.demonstration.rules import diary_of
from vado.demonstration.stories import Story, stories
from vado.people import actions
from vado.people.access import Role
from vado.people.facts import DiarySettings, Profile
from vado.people.models import Account, Practice
from vado.record import Actor, Consent, Drawer, Purpose, accept_invitation, open_to_write
from vado.record.writing import Sent

SEED = 7
THERAPIST, STRANGER = "therapist", "stranger"
OPEN_DRAWERS = (Drawer.PROFILE, Drawer.DIARY, Drawer.REFLECTIONS, Drawer.PLAN, Drawer.MEASURES)

Progress = Callable[[str, int, int], None]


def cast_file() -> Path:
    """Which account plays whom. Only the demonstration has such a file: its people are fictional."""
    return Path(settings.HOME) / "cast.json"


def cast() -> dict[str, UUID]:
    """The accounts of the demonstration by the code of their story; empty before it is filled."""
    return msgspec.json.decode(cast_file().read_bytes(), type=dict[str, UUID]) if cast_file().exists() else {}


def fill(now: dt.datetime, progress: Progress = lambda words, done, of: None) -> None:
    """Fills an empty demonstration; does nothing to one that is filled, and goes on where it was cut off."""
    playing = cast()
    if THERAPIST not in playing:
        playing = _people_of_a_practice(now)
        _keep(playing)
    for done, story in enumerate(stories(), start=1):
        if story.code not in playing:
            playing |= {story.code: _person(story, Account.objects.get(pk=playing[THERAPIST]), now)}
            _keep(playing)
        progress(story.name, done, len(stories()))


def _keep(playing: dict[str, UUID]) -> None:
    cast_file().write_bytes(msgspec.json.encode(playing))


def _people_of_a_practice(now: dt.datetime) -> dict[str, UUID]:
    practice = actions.found_practice(name="Demonstration")
    therapist = _staff(practice, Role.THERAPIST, "Amparo (demo)")
    stranger = actions.sign_up(chosen="stranger", passphrase=secrets.token_hex(16), now=now)
    return {THERAPIST: therapist.pk, STRANGER: stranger.account.pk}


def _staff(practice: Practice, role: Role, name: str) -> Account:
    new = actions.add_staff(
        practice=practice, role=role, name=name, chosen="demonstration", passphrase=secrets.token_hex(16)
    )
    TOTP.activate(new.account, generate_totp_secret())
    return new.account


def _person(story: Story, therapist: Account, now: dt.datetime) -> UUID:
    new = actions.sign_up(chosen=story.code, passphrase=secrets.token_hex(16), now=now)
    actor = Actor(new.account.pk)
    record_id = new.account.own_record_id
    if record_id is None:
        raise RuntimeError(f"{story.code} signed up and has no record")
    settings_fact = DiarySettings(zone=story.zone, vocabulary=story.country)
    yesterday = now.date() - dt.timedelta(days=1)
    diary = diary_of(story, yesterday, SEED)
    facts = [Profile(called=story.name), settings_fact, *diary, *safety_of_story(story)]
    with open_to_write(actor, record_id, Purpose.OWN, now=now) as record:
        record.put_many([Sent(fact) for fact in facts])
        record.put_many(meanings_of(story, diary, yesterday))
        record.put_many(plans_of(story, yesterday))
        consent, until = _consent(story, now), now + dt.timedelta(days=180)
        code = (
            record.make_invitation(OPEN_DRAWERS, Purpose.CARE, consent, until, now=now, may_write=True)
            if story.with_therapist
            else ""
        )
    if code:
        accept_invitation(Actor(therapist.pk), code, now=now)
    fill_meetings(story, record_id, actor, Actor(therapist.pk), now)
    if code:
        with open_to_write(Actor(therapist.pk), record_id, Purpose.CARE, now=now) as record:
            record.put_many(thoughts_of_the_therapist(story, yesterday))
    return new.account.pk


CONSENTS = {
    "en": (
        "name, diary, what I think about it, plan, measures; may also write what we both agree",
        "to work on it together",
        "This door can be closed at any time.",
    ),
    "es": (
        "nombre, diario, lo que pienso sobre esto, plan, cuestionarios; también puede escribir lo que acordamos",
        "para trabajarlo en conjunto",
        "Esta puerta se puede cerrar en cualquier momento.",
    ),
}


def _consent(story: Story, now: dt.datetime) -> Consent:
    what, purpose, revocable = CONSENTS[story.language]
    return Consent(
        who=story.name,
        recipient="Amparo",
        what=what,
        purpose=purpose,
        until=now + dt.timedelta(days=180),
        revocable=revocable,
        signed_name=story.name,
        signed_at=now,
        language=story.language,
    )
