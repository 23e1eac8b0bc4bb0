"""Forms about signing in and about doors."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from django import forms
from django.utils.translation import gettext_lazy as _

from vado.people.access import DRAWER_NAMES, ROLE_NAMES, Role, rule_for
from vado.people.logins import LONGEST_LOGIN, login_index
from vado.record import Drawer

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SHORTEST_PASSPHRASE = 12
LONGEST_PASSPHRASE = 1000

DOOR_MONTHS = ((1, _("one month")), (3, _("three months")), (6, _("six months")), (12, _("one year")))


def passphrase_field(label: "StrOrPromise") -> forms.CharField:
    """A passphrase: long, of any words, pasted or typed."""
    return forms.CharField(
        label=label,
        help_text=_("At least 12 characters. Four or five words that belong together for you alone work well."),
        min_length=SHORTEST_PASSPHRASE,
        max_length=LONGEST_PASSPHRASE,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class SignInForm(LoginForm):  # type: ignore[misc]
    """Login and passphrase. The login becomes its keyed hash before anything else sees it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Your login")
        self.fields["login"].widget = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
        self.fields["password"].label = _("Your passphrase")
        self.fields["password"].help_text = ""
        self.fields["password"].widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        self.label_suffix = ""

    def clean_login(self) -> str:
        """The keyed hash of what was typed."""
        return login_index(self.cleaned_data["login"])


class OnceMoreForm(ReauthenticateForm):  # type: ignore[misc]
    """The passphrase, asked before a change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Your passphrase")
        self.fields["password"].help_text = ""
        self.fields["password"].widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})


class SignUpForm(forms.Form):
    """A login of one's choosing and a passphrase; no name, no address."""

    chosen = forms.CharField(
        label=_("A word to sign in with"),
        help_text=_("Any word, not your name if you prefer. Vado adds three digits, so it is yours alone."),
        max_length=LONGEST_LOGIN,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    passphrase = passphrase_field(_("A passphrase"))


class RecoverForm(forms.Form):
    """The way back without e-mail."""

    login = forms.CharField(label=_("Your login"), help_text=_("With its three digits."), max_length=LONGEST_LOGIN + 3)
    code = forms.CharField(
        label=_("Your recovery code"), help_text=_("From the page you printed or wrote down."), max_length=80
    )
    passphrase = passphrase_field(_("A new passphrase"))


class ChangePassphraseForm(forms.Form):
    """The present passphrase, and the one to come."""

    present = forms.CharField(
        label=_("Your passphrase now"),
        max_length=LONGEST_PASSPHRASE,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    passphrase = passphrase_field(_("A new passphrase"))


class InviteForm(forms.Form):
    """What a door opens, to whom, until when; every element of the consent in plain words."""

    recipient = forms.CharField(label=_("Who is it for?"), help_text=_("The name you know them by."), max_length=200)
    role = forms.ChoiceField(
        label=_("They are my"),
        choices=[(role.value, words) for role, words in ROLE_NAMES.items() if role is not Role.MANAGER],
        initial=Role.THERAPIST,
    )
    drawers = forms.MultipleChoiceField(
        label=_("What they may read"),
        choices=[(int(drawer), words) for drawer, words in DRAWER_NAMES.items() if drawer is not Drawer.OWN],
        widget=forms.CheckboxSelectMultiple,
        initial=[int(Drawer.DIARY)],
    )
    may_write = forms.BooleanField(
        label=_("My therapist may also write what we both agree"),
        help_text=_(
            "The list of what we agreed, the next meeting, how we mend a strain, what each of us hopes, the map and "
            "the page for two hands. Nothing else of yours can be written or changed, and you see each time something "
            "was written."
        ),
        required=False,
    )
    purpose = forms.CharField(label=_("What for?"), max_length=300, initial=_("to work on it together"))
    months = forms.TypedChoiceField(label=_("For how long?"), choices=DOOR_MONTHS, coerce=int, initial=3)
    signed = forms.CharField(
        label=_("Sign with your name or initials"), help_text=_("It is kept with the door."), max_length=200
    )

    def clean_drawers(self) -> list[Drawer]:
        """The drawers, as the record knows them."""
        return [Drawer(int(each)) for each in self.cleaned_data["drawers"]]

    def clean(self) -> dict[str, Any]:
        """Nobody is promised more than the table of access lets them read, or write."""
        said = super().clean() or self.cleaned_data
        rule = rule_for(Role(said["role"])) if said.get("role") else None
        if rule is not None and not rule.drawers.issuperset(said.get("drawers", ())):
            names = "; ".join(str(DRAWER_NAMES[drawer]) for drawer in DRAWER_NAMES if drawer in rule.drawers)
            self.add_error("drawers", _("This role reads at most: %(drawers)s.") % {"drawers": names})
        if not said.get("may_write"):
            return said
        if rule is None or not rule.may_write:
            self.add_error("may_write", _("A therapist can write with you. Take this tick away for anybody else."))
        elif Drawer.PLAN not in said.get("drawers", ()):
            self.add_error("may_write", _("To write together, open “my goals, my plan and what we agree” too."))
        return said

    def until(self, now: dt.datetime) -> dt.datetime:
        """When the door closes by itself."""
        return now + dt.timedelta(days=30 * self.cleaned_data["months"])


class AddStaffForm(forms.Form):
    """Somebody who begins to work in the practice."""

    name = forms.CharField(
        label=_("The name they work under"), help_text=_("People read it on their page of visits."), max_length=200
    )
    role = forms.ChoiceField(
        label=_("What they do here"),
        choices=[(role.value, words) for role, words in ROLE_NAMES.items()],
        initial=Role.THERAPIST,
    )
    chosen = forms.CharField(
        label=_("A word for them to sign in with"),
        help_text=_("Vado adds three digits."),
        max_length=LONGEST_LOGIN,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )


class CodeForm(forms.Form):
    """The short code of an invitation."""

    code = forms.CharField(
        label=_("Code of the invitation"), max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


class PresentForm(forms.Form):
    """Said before access is given back."""

    is_present = forms.BooleanField(label=_("The person is here with me, and I know them."))


class EraseForm(forms.Form):
    """Asked once more before everything is gone: the word is typed."""

    WORD = _("erase")
    word = forms.CharField(label=_("Type the word “erase”"), max_length=20, required=False)

    def clean_word(self) -> str:
        """The word, in the language of the page."""
        typed = str(self.cleaned_data["word"]).strip().casefold()
        if typed != str(self.WORD):
            raise forms.ValidationError(
                _("Nothing was erased. To go on, type the word “%(word)s”.") % {"word": self.WORD}
            )
        return typed
