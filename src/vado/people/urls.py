"""The addresses of people. Of allauth only the views that are needed are mounted.

The list of the people who let somebody in ("people:caseload") is a page of meetings, mounted beside these.
"""

from django.urls import path

from vado.people.access import RULES, Role
from vado.people.doorkeeper import opens, public, signed_in, staff
from vado.people.views import accounts, caseload, doors, passkeys, practice, settings, sign_ins
from vado.people.views.factors import (
    reauthenticate,
    reauthenticate_by_code,
    second_factor,
    sign_in,
    stay,
)
from vado.record import Drawer

WORKING_WITH_RECORDS = tuple(rule.role for rule in RULES)

app_name = "people"
urlpatterns = [
    path("sign-in/", public(sign_in), name="sign-in"),
    path("sign-up/", public(accounts.sign_up), name="sign-up"),
    path("recover/", public(accounts.recover), name="recover"),
    path("sign-out/", public(accounts.sign_out), name="sign-out"),
    path("leave/", public(accounts.leave), name="leave"),
    path("doors/", opens(Drawer.PROFILE)(doors.doors), name="doors"),
    path("doors/invite/", opens(Drawer.PROFILE, write=True)(doors.invite), name="invite"),
    path("doors/<uuid:door_id>/close/", opens(Drawer.PROFILE, write=True)(doors.close), name="close"),
    path(
        "doors/invitation/<uuid:invitation_id>/take-back/",
        opens(Drawer.PROFILE, write=True)(doors.take_back_invitation),
        name="take-back",
    ),
    path("visits/", opens(Drawer.PROFILE)(doors.visits), name="visits"),
    path("settings/", signed_in(settings.settings), name="settings"),
    path("passphrase/", signed_in(sign_ins.passphrase), name="passphrase"),
    path("sign-ins/", signed_in(sign_ins.sign_ins), name="sign-ins"),
    path("late-words/", signed_in(sign_ins.late_words), name="late-words"),
    path("stay/", signed_in(sign_ins.still_here), name="stay"),
    path("my-days/", opens(Drawer.PROFILE, write=True)(settings.my_days), name="my-days"),
    path("erase/", opens(Drawer.PROFILE)(settings.erase), name="erase"),
    path("erase/now/", opens(Drawer.PROFILE)(settings.erase_now), name="erase-now"),
    path("staff/", staff(Role.MANAGER)(practice.members), name="members"),
    path("staff/add/", staff(Role.MANAGER)(practice.add), name="member-add"),
    path("staff/end/<int:membership_id>/", staff(Role.MANAGER)(practice.end), name="member-end"),
    path("people/code/", staff(*WORKING_WITH_RECORDS)(caseload.accept), name="accept"),
    path("people/<uuid:record_id>/restore/", opens()(caseload.restore), name="restore"),
    path("second-factor/", second_factor, name="second-factor"),
    path("passkeys/", passkeys.passkeys, name="passkeys"),
]
allauth_names = [
    path("sign-in/code/", passkeys.second_step, name="mfa_authenticate"),
    path("sign-in/passkey/", passkeys.come_in, name="mfa_login_webauthn"),
    path("sign-in/once-more/passkey/", passkeys.once_more, name="mfa_reauthenticate_webauthn"),
    path("passkeys/add/", passkeys.add_passkey, name="mfa_add_webauthn"),
    path("second-factor/", second_factor, name="mfa_activate_totp"),
    path("second-factor/done/", stay, name="mfa_index"),
    path("sign-in/once-more/", reauthenticate, name="account_reauthenticate"),
    path("sign-in/once-more/code/", reauthenticate_by_code, name="mfa_reauthenticate"),
    path("sign-in/", public(sign_in), name="account_login"),
]
"""The names by which allauth finds its own pages; mounted outside the namespace."""
