"""Signing in, doors, visits, settings, and the working place of a practice."""

import datetime as dt
from collections.abc import Callable, Iterator

from tests.cast import PASSPHRASE
from tests.matrix.lines import Line
from vado.people.facts import DiarySettings, Profile
from vado.record import Fact

NEW_RECORD = "people_account people_credential record_door record_wrap"


def canaries(say: Callable[[str], str]) -> Iterator[Fact]:
    yield Profile(called=say("called"), contact=say("contact"))
    yield DiarySettings(zone="America/Santiago", day_starts_at=dt.time(4), own_check_in_items=(say("item"),))


LINES = {
    "sign-in/": Line(
        get="200 /me/ /people/ /staff/", post={"login": "{login}", "password": PASSPHRASE}, then="/me/ /people/ /staff/"
    ),
    "sign-up/": Line(post={"chosen": "ford", "passphrase": PASSPHRASE}, changes=NEW_RECORD),
    "recover/": Line(
        post={"login": "{login}", "code": "{recovery_code}", "passphrase": PASSPHRASE},
        changes="people_account people_credential",
    ),
    "sign-out/": Line(get=405, post={}, then="/sign-in/"),
    "leave/": Line(get=405, post={}),
    "doors/": Line(shows="consent invited"),
    "doors/invite/": Line(
        post={
            "recipient": "Nora",
            "role": "therapist",
            "drawers": ["2"],
            "purpose": "to work on it",
            "months": "3",
            "signed": "M.",
        },
        changes="record_invitation",
    ),
    "doors/<uuid:door_id>/close/": Line(
        get="/doors/", post={}, then="/doors/", changes="record_wrap record_invitation"
    ),
    "doors/invitation/<uuid:invitation_id>/take-back/": Line(
        get=405, post={}, then="/doors/", changes="record_invitation"
    ),
    "visits/": Line(),
    "settings/": Line(),
    "passphrase/": Line(
        post={"present": PASSPHRASE, "passphrase": f"{PASSPHRASE} anew"}, then="/sign-ins/", changes="people_account"
    ),
    "sign-ins/": Line(post={}, then="/sign-ins/"),
    "late-words/": Line(post={"which": ""}, then="/me/ /people/ /staff/ /"),
    "stay/": Line(get=405, post={}, then=204),
    "staff/": Line(),
    "staff/add/": Line(
        post={"name": "Nora", "role": "therapist", "chosen": "nora"},
        changes="people_account people_credential people_membership",
    ),
    "staff/end/<int:membership_id>/": Line(post={}, then="/staff/", changes="people_membership"),
    "my-days/": Line(
        shows="called contact",
        post={"called": "Noa", "zone": "UTC", "day_starts_at": "5", "vocabulary": "CL"},
        then="/settings/",
        changes="record_version",
    ),
    "erase/": Line(),
    "erase/now/": Line(
        post={"word": "erase"}, changes=f"{NEW_RECORD} record_invitation record_letter_box record_version"
    ),
    "people/": Line(),
    "people/code/": Line(
        get="/people/",
        post={"code": "{invitation}"},
        then="/people/",
        changes="record_door record_wrap record_invitation",
    ),
    "people/<uuid:record_id>/restore/": Line(post={"is_present": "on"}, changes="people_credential"),
    "second-factor/": Line(get="200 /sign-in/once-more/", post={"code": "000000"}, then="200 /sign-in/once-more/"),
    "passkeys/": Line(get="/sign-in/once-more/", post={"which": "0"}, then="/sign-in/once-more/"),
    "passkeys/add/": Line(get="/sign-in/once-more/", post={"credential": "{{}}"}, then="/sign-in/once-more/"),
    "sign-in/passkey/": Line(get="/sign-in/ /", post={"credential": "{{}}"}, then="/sign-in/ /"),
    "sign-in/once-more/passkey/": Line(get="200 /sign-in/once-more/", post={"credential": "{{}}"}, then="/sign-in/"),
    "second-factor/done/": Line(get="/"),
    "sign-in/code/": Line(get="/sign-in/ /people/ /me/ /staff/"),
    "sign-in/once-more/": Line(get="200 /sign-in/once-more/code/", post={"password": PASSPHRASE}, then="/ 200"),
    "sign-in/once-more/code/": Line(get="200 /sign-in/once-more/", post={"code": "000000"}, then="200 /sign-in/"),
}
