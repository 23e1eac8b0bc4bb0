"""A person of the tests with some days written, and the way in through the sign-in page."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext

from tests.browser.maps import draw_a_map, leave_a_letter
from tests.browser.meetings_kept import keep_meetings, meetings_pages
from tests.browser.plans_kept import keep_plans, plans_pages
from tests.browser.safety_pages import ALWAYS, keep_safety, safety_pages
from tests.cast import lived_today
from vado.diary.facts import Amount, Anchor, CheckIn, DayAnswer, DayStatement, OwnWord, Step, Sureness, Urge, Use
from vado.meanings.facts import Unwrapping
from vado.meanings.rules_moments import MOMENTS
from vado.people.actions import sign_up
from vado.record import Actor, Fact, Purpose, make_letter_box, open_to_write
from vado.record.lived_day import Lived

PASSPHRASE = "five calm words by the river"
DIARY_PAGES = ("use-new", "urge-new", "check-in-new", "step-new", "note-new", "days", "fill", "anchors", "words")
OWN_PAGES = (*DIARY_PAGES, "own-items")
PEOPLE_PAGES = ("doors", "invite", "visits", "settings", "my-days", "erase", "erase-now")
SIGN_IN_PAGES = ("passphrase", "sign-ins", "late-words")
PHONE = {"width": 360, "height": 780}


class Stay(NamedTuple):
    """Where the server is, who is there, and one entry that pages can show."""

    address: str
    login: str
    leaf: UUID
    day: dt.date
    closer: UUID
    meetings: dict[str, UUID]
    drawn: dict[str, UUID]
    planned: dict[str, UUID]
    safe: dict[str, UUID]

    def sign_in(self, browser: Browser, **chosen: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": PHONE, "locale": "en-GB", **chosen})
        page = context.new_page()
        page.goto(self.address + reverse("people:sign-in"))
        page.fill("[name=login]", self.login)
        page.fill("[name=password]", PASSPHRASE)
        page.click("main form .button")
        page.wait_for_url(self.address + reverse("today"))
        page.close()
        return context

    def pages(self) -> dict[str, str]:
        """Every page of the person that can be opened by its address alone."""
        day, leaf = self.day.isoformat(), str(self.leaf)
        told = ("search", "export", "import")
        of_leaf = ("entry", "entry-edit", "entry-history", "entry-keep-mine", "entry-remove")
        return {
            "today": reverse("today"),
            "more": reverse("more"),
            "day": reverse("me:day", args=[day]),
            "day-blank": reverse("me:day", args=[(self.day - dt.timedelta(days=400)).isoformat()]),
            "kept": reverse("me:day", args=[day]) + f"?kept={self.leaf.hex}",
            "nothing-here": "/nothing-here/",
            **{name: reverse(f"me:{name}") for name in (*OWN_PAGES, *told)},
            **{name: reverse(f"me:{name}", args=[leaf]) for name in of_leaf},
            **{name: reverse(f"people:{name}") for name in (*PEOPLE_PAGES, *SIGN_IN_PAGES)},
            **self.meanings_pages(),
            **meetings_pages(self.meetings),
            **plans_pages(self.planned, self.day),
            **safety_pages(self.safe),
        }

    def meanings_pages(self) -> dict[str, str]:
        """What somebody sees when they look at what use is for."""
        closer = str(self.closer)
        return {
            "meanings": reverse("meanings:meanings"),
            "closer": reverse("meanings:closer"),
            "closer-together": reverse("meanings:closer-together"),
            **{name: reverse(f"meanings:{name}", args=[closer]) for name in ("closer-line", "closer-tomorrow")},
            **{f"closer-{one}": reverse("meanings:closer-moment", args=[closer, one]) for one in MOMENTS},
            "voices": reverse("meanings:voices"),
            "voices-over-time": reverse("meanings:voices-over-time"),
            "formulation": reverse("meanings:formulation"),
            "formulation-on": reverse("meanings:formulation-on", args=[self.day.isoformat()]),
            "formulation-part": reverse("meanings:formulation-part", args=["losses"]),
            **self.balance_pages(),
            "surf": reverse("meanings:surf"),
            **{name: reverse(f"meanings:{name}", args=[self.drawn["wave"]]) for name in WAVE_PAGES},
            "helps": reverse("meanings:helps"),
            "strategies": reverse("meanings:strategies"),
            "strategies-for": reverse("meanings:strategies-for", args=["inner_critic"]),
            "map": reverse("meanings:map"),
            "map-node-new": reverse("meanings:map-node-new") + f"?closer={closer}",
            "map-arrow-new": reverse("meanings:map-arrow-new"),
            "map-on": reverse("meanings:map-on", args=[self.day.isoformat()]),
            **{
                name: reverse(f"meanings:{name}", args=[self.drawn["thing"]])
                for name in ("map-node", "map-node-change")
            },
            **{
                name: reverse(f"meanings:{name}", args=[self.drawn["arrow"]])
                for name in ("map-arrow", "map-arrow-change")
            },
            "meanings-erase": reverse("meanings:leaf-remove", args=[closer]),
        }

    def balance_pages(self) -> dict[str, str]:
        """What it gives and costs, changing and staying, and words from somebody close."""
        return {
            "balance": reverse("balance:balance"),
            "balance-then": reverse("balance:then", args=["2026-01-01", self.day.isoformat()]),
            "balance-begin": reverse("balance:begin"),
            "balance-over-time": reverse("balance:over-time"),
            "balance-of": reverse("balance:of", args=[self.drawn["laid"]]),
            "balance-item": reverse("balance:item", args=[self.drawn["laid"]]),
            "sides-over-time": reverse("balance:sides-over-time"),
            "balance-harm": reverse("balance:item-new", args=["harm"]),
            "letters": reverse("balance:letters"),
            "letter": reverse("balance:letter", args=[self.drawn["letter"]]),
            "sides": reverse("balance:sides"),
            "side-new": reverse("balance:side-new"),
            "sides-then": reverse("balance:sides-then", args=["2026-01-01", self.day.isoformat()]),
        }


WAVE_PAGES = ("wave", "wave-end", "wave-told")
PUBLIC_PAGES = (
    "people:sign-in",
    "people:sign-up",
    "people:recover",
    "letter:leave",
    "letter:left",
    *ALWAYS,
)


def arrive(address: str) -> Stay:
    """Signs somebody up and writes three weeks into their diary."""
    now, today = timezone.now(), lived_today()
    new = sign_up(chosen="river", passphrase=PASSPHRASE, now=now)
    actor, record_id = Actor(new.account.id), new.account.own_record_id
    assert record_id is not None
    with open_to_write(actor, record_id, Purpose.OWN, now=now) as record:
        leaves = [record.put(fact) for fact in three_weeks(today)]
        closer = record.put(_unwrapped(today))
        safe = keep_safety(record)
        meetings = keep_meetings(record, today)
        drawn = draw_a_map(record, today, leaves[0].id.hex)
        planned = keep_plans(record, today)
        code = make_letter_box(record, "my sister")
    leave_a_letter(code, now)
    return Stay(address, new.login, leaves[0].id, today, closer.id, meetings, drawn, planned, safe)


def three_weeks(today: dt.date) -> list[Fact]:
    """Some of everything that a diary can hold."""
    written: list[Fact] = [_cider(today, 2, dt.time(20, 10)), *_this_evening(today)]
    for back in range(1, 21):
        day = today - dt.timedelta(days=back)
        if back % 3 == 1:
            written.append(_cider(day, 1 + back % 4, None))
        elif back % 3 == 2:
            answer = DayAnswer.DO_NOT_KNOW if back == 11 else DayAnswer.NOTHING_USED
            written.append(DayStatement(when=Lived(on=day), answer=answer))
    return [*written, Anchor(on=today, words="payday", every_month=True), OwnWord(word="the blue one", symbol="☾")]


def _this_evening(today: dt.date) -> list[Fact]:
    return [
        Urge(when=Lived(on=today, at=dt.time(19, 0)), substance="cider", strength=7),
        CheckIn(when=Lived(on=today, at=dt.time(9, 0)), mood=6, sleep=4, note="slept from eleven"),
        Step(when=Lived(on=today, at=dt.time(21, 0)), words="left the third can closed"),
        Use(when=Lived(on=today, at=dt.time(22, 0)), substance="the blue one", amount=Amount()),
    ]


def _unwrapped(day: dt.date) -> Unwrapping:
    return Unwrapping(
        when=Lived(on=day),
        about="cider",
        words={"event": "the handover", "voice": "not good enough", "whose": "my father", "purpose": "quiet"},
        height=7,
        first_sign_at=dt.time(19, 0),
        acted_at=dt.time(20, 10),
        meanings=("inner_critic",),
    )


def _cider(day: dt.date, cans: int, at: dt.time | None) -> Use:
    amount = Amount(Sureness.EXACT, float(cans), None, "can")
    return Use(when=Lived(on=day, at=at), substance="cider", substance_code="alcohol", amount=amount, gave="quiet")
