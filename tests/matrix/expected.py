"""Who gets what at which address: at this address, these come in; for all others it does not exist.

Everybody not named gets 404; somebody not signed in is sent to the sign-in page; staff without a second factor are sent
to set it up. An address of Vado that has no line here fails the build.
"""

from tests.cast import Part

PERSON, OTHER, NOBODY = Part.PERSON, Part.PERSON_ON_THEIR_OWN, Part.ANONYMOUS
THERAPIST, FORMER, SUPERVISOR = Part.THERAPIST, Part.FORMER_THERAPIST, Part.SUPERVISOR
FACILITATOR, RESEARCHER, MANAGER, STRANGER = Part.FACILITATOR, Part.RESEARCHER, Part.MANAGER, Part.STRANGER
NEW = Part.NEW_STAFF

EVERYBODY = frozenset(Part)
SIGNED_IN = EVERYBODY - {NOBODY, NEW}
PERSONS = frozenset({PERSON, OTHER})
READERS = frozenset({THERAPIST, FORMER, SUPERVISOR, FACILITATOR, RESEARCHER, STRANGER})
SEES_DIARY = frozenset({THERAPIST, RESEARCHER})  # of the person's record, by the doors of the cast
SEES_MEANINGS = frozenset({THERAPIST})
SEES_SAFETY = frozenset({THERAPIST})
SEES_PLAN = frozenset({THERAPIST, SUPERVISOR})
SEES_PLAN_AND_DIARY = frozenset({THERAPIST})
MEETS = frozenset({THERAPIST})  # by a door for therapy

COMES_IN: dict[str, frozenset[Part]] = {
    # the person's own record: each person sees their own
    "me/": PERSONS,
    # what can be tried: the same for everybody, no record is opened
    "me/strategies/": SIGNED_IN,
    "me/strategies/<slug:meaning>/": SIGNED_IN,
    # what somebody thinks about it, through a door that shows it
    "with/<uuid:record_id>/closer/": SEES_MEANINGS,
    # goals and plans; what has changed needs the diary as well
    "with/<uuid:record_id>/plan/": SEES_PLAN,
    "with/<uuid:record_id>/goals/": SEES_PLAN,
    "with/<uuid:record_id>/changed/": SEES_PLAN_AND_DIARY,
    # one page for two, for therapy alone; the door of the cast may write
    "with/<uuid:record_id>/meetings/": MEETS,
    "with/<uuid:record_id>/map/": SEES_MEANINGS,
    "with/<uuid:record_id>/voices/": SEES_MEANINGS,
    "with/<uuid:record_id>/formulation/": SEES_MEANINGS,
    "with/<uuid:record_id>/balance/": SEES_MEANINGS,
    "with/<uuid:record_id>/sides/": SEES_MEANINGS,
    # somebody else's record, through a door that shows the diary
    "with/<uuid:record_id>/": SEES_DIARY,
    "with/<uuid:record_id>/safety/plan/": SEES_SAFETY,
    # what is dangerous and what to do now: always there
    "safety/": EVERYBODY,
    # whoever was given a code for one letter; the page shows nothing of anybody
    "letter/": EVERYBODY,
    "letter/left/": EVERYBODY,
    # signing in and leaving
    "sign-in/": EVERYBODY,
    "sign-in/code/": EVERYBODY,
    "sign-up/": EVERYBODY,
    "recover/": EVERYBODY,
    "sign-out/": EVERYBODY,
    "leave/": EVERYBODY,
    "language/": EVERYBODY,
    "robots.txt": EVERYBODY,
    "enter/<str:token>/": EVERYBODY,
    "own/<str:token>/": EVERYBODY,
    # doors and visits of one's own record
    "doors/": PERSONS,
    "doors/invite/": PERSONS,
    "doors/<uuid:door_id>/close/": PERSONS,
    "doors/invitation/<uuid:invitation_id>/take-back/": PERSONS,
    "visits/": PERSONS,
    "erase/": PERSONS,
    "erase/now/": PERSONS,
    "my-days/": PERSONS,
    # anybody with an account
    "": SIGNED_IN,
    "more/": SIGNED_IN,
    "settings/": SIGNED_IN,
    "passphrase/": SIGNED_IN,
    "sign-ins/": SIGNED_IN,
    "late-words/": SIGNED_IN,
    "stay/": SIGNED_IN,
    # whoever keeps a practice
    "staff/": frozenset({MANAGER}),
    "staff/add/": frozenset({MANAGER}),
    "staff/end/<int:membership_id>/": frozenset({MANAGER}),
    # people who work in a practice
    "people/": READERS,
    "people/code/": READERS,
    "people/<uuid:record_id>/restore/": frozenset({THERAPIST}),
    # setting up a second factor
    "second-factor/": EVERYBODY - {NOBODY},
    "passkeys/": EVERYBODY - {NOBODY},
    "passkeys/add/": EVERYBODY - {NOBODY},
    "sign-in/passkey/": EVERYBODY,
    "sign-in/once-more/passkey/": EVERYBODY - {NOBODY},
    "second-factor/done/": EVERYBODY - {NOBODY},
    "sign-in/once-more/": EVERYBODY - {NOBODY},
    "sign-in/once-more/code/": EVERYBODY - {NOBODY},
}


def comes_in(address: str) -> frozenset[Part] | None:
    """Who comes in at an address: its own line, or the one of the folder it lies in; None when nobody thought of it."""
    if address in COMES_IN:
        return COMES_IN[address]
    return next((parts for start, parts in COMES_IN.items() if start in FOLDERS and address.startswith(start)), None)


FOLDERS = (
    "me/",
    "with/<uuid:record_id>/closer/",
    "with/<uuid:record_id>/plan/",
    "with/<uuid:record_id>/goals/",
    "with/<uuid:record_id>/meetings/",
    "with/<uuid:record_id>/map/",
    "with/<uuid:record_id>/voices/",
    "with/<uuid:record_id>/formulation/",
    "with/<uuid:record_id>/balance/",
    "with/<uuid:record_id>/sides/",
    "with/<uuid:record_id>/",
    "safety/",
)
