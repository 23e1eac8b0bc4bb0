"""The form about a person's days, name and words; it makes two facts of the profile drawer."""

import datetime as dt
import zoneinfo

import msgspec
from django import forms
from django.utils.translation import gettext_lazy as _

from vado.people.facts import DiarySettings, Profile
from vado.record import Drawer, Record, last_written

COUNTRIES = (
    ("", _("no country")),
    ("AR", "Argentina"),
    ("CL", "Chile"),
    ("ES", _("Spain")),
    ("MX", _("Mexico")),
    ("GB", _("United Kingdom")),
    ("US", _("United States")),
    ("UY", "Uruguay"),
)
REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
LATEST_START = 12


def zone_choices() -> list[tuple[str, str]]:
    """Time zones as people know them: by city."""
    names = sorted(name for name in zoneinfo.available_timezones() if name.split("/")[0] in REGIONS)
    return [("UTC", "UTC"), *((name, name.replace("_", " ")) for name in names)]


class MyDaysForm(forms.Form):
    """Everything may stay as it is."""

    called = forms.CharField(
        label=_("What you want to be called"),
        help_text=_("Any name, or none. Those see it whom you let see it."),
        max_length=200,
        required=False,
    )
    contact = forms.CharField(
        label=_("How to reach you"), help_text=_("If you want to be reached."), max_length=300, required=False
    )
    zone = forms.ChoiceField(label=_("Where your clock is"), choices=zone_choices)
    day_starts_at = forms.TypedChoiceField(
        label=_("When your day begins"),
        help_text=_("What happens before that hour belongs to the day before."),
        choices=[(hour, f"{hour:02}:00") for hour in range(LATEST_START + 1)],
        coerce=int,
    )
    vocabulary = forms.ChoiceField(label=_("Words for substances as in"), choices=COUNTRIES, required=False)


def settings_of(record: Record) -> DiarySettings:
    """How this person's days are counted; through a door without the profile drawer, as anybody's."""
    newest = last_written(record.leaves(DiarySettings)) if Drawer.PROFILE in record.drawers else None
    return newest.fact if newest else DiarySettings()


def form_of(record: Record) -> MyDaysForm:
    """The form with what stands in the record."""
    profile, days = last_written(record.leaves(Profile)), settings_of(record)
    person = profile.fact if profile else Profile()
    shown = {**msgspec.structs.asdict(person), **msgspec.structs.asdict(days)}
    return MyDaysForm(initial={**shown, "day_starts_at": days.day_starts_at.hour})


def keep(record: Record, form: MyDaysForm) -> None:
    """Keeps what was said; what stayed the same leaves no new version."""
    said = form.cleaned_data
    settings = last_written(record.leaves(DiarySettings))
    days = settings.fact if settings else DiarySettings()
    now = msgspec.structs.replace(
        days, zone=said["zone"], day_starts_at=dt.time(said["day_starts_at"]), vocabulary=said["vocabulary"]
    )
    record.put_over(settings, now)
    record.put_over(last_written(record.leaves(Profile)), Profile(called=said["called"], contact=said["contact"]))
