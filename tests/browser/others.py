"""The pages of people who work in a practice and read through a door, and those of the demonstration."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext

from tests.browser.meetings_kept import keep_meetings, meetings_pages
from tests.browser.plans_kept import keep_plans, plans_pages
from tests.browser.safety_pages import SAFETY_PLAN
from tests.browser.stay import PHONE, three_weeks
from tests.cast import Cast, Part, lived_today, make_cast, write_profile

DEMONSTRATION_PAGES = {"enter": "/enter/", "story": "/enter/ines/"}


class Practice(NamedTuple):
    """The cast in a browser, and one entry of the person that a therapist may read."""

    address: str
    cast: Cast
    leaf: UUID
    day: dt.date
    meetings: dict[str, UUID]
    planned: dict[str, UUID]

    def sign_in(self, browser: Browser, part: Part = Part.THERAPIST, **chosen: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": PHONE, "locale": "en-GB", **chosen})
        session = self.cast.client(part).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.address}])
        return context

    def pages(self) -> dict[str, str]:
        """Every page of a therapist that can be opened by its address alone."""
        record, day = self.cast.record_id, self.day
        return {
            "caseload": reverse("people:caseload"),
            "restore": reverse("people:restore", args=[record]),
            "settings": reverse("people:settings"),
            "once-more": reverse("account_reauthenticate"),
            "once-more-code": reverse("mfa_reauthenticate"),
            "days": reverse("with:days", args=[record]),
            "month": reverse("with:month", args=[record, day.year, day.month]),
            "list": reverse("with:entries", args=[record, day.year, day.month]),
            "day": reverse("with:day", args=[record, day.isoformat()]),
            "entry": reverse("with:entry", args=[record, self.leaf]),
            **meetings_pages(self.meetings, record),
            **plans_pages(self.planned, day, record),
            "safety-plan": reverse("safety:plan-shared", args=[record]),
        }

    def manager_pages(self) -> dict[str, str]:
        """The pages of whoever keeps the practice."""
        member = self.cast.accounts[Part.THERAPIST].memberships.get().pk
        return {
            "members": reverse("people:members"),
            "member-add": reverse("people:member-add"),
            "member-end": reverse("people:member-end", args=[member]),
        }


NEW_STAFF_PAGES = ("people:second-factor",)


def arrive_at_work(address: str) -> Practice:
    """Makes the cast, and writes three weeks behind the door of the therapist."""
    cast, today = make_cast(), lived_today()
    record = cast.open()
    write_profile(record, "Noa")
    leaves = [record.put(fact) for fact in three_weeks(today)]
    record.put(SAFETY_PLAN)
    return Practice(address, cast, leaves[0].id, today, keep_meetings(record, today), keep_plans(record, today))
