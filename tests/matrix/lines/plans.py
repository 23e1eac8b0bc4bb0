"""Goals, plans and what has changed, the person's own and through a door."""

import datetime as dt
from collections.abc import Callable, Iterator
from uuid import UUID

from tests.cast import lived_today
from tests.matrix.lines import ONCE, Line
from tests.matrix.lines.diary import AT, DAY
from vado.plans import conditions, facts
from vado.record import Fact
from vado.record.lived_day import Lived

PLAN = "5f3a0000000040008000000000000003"
WITH_PLAN = {"plan_id": str(UUID(PLAN))}
GOAL, OCCASION, HOLDS = ({"leaf_id": kind} for kind in ("goal", "planned_occasion", "unit_holds"))
WEEK_DAY = {"day": DAY.isoformat()}
TO_COME = lived_today() + dt.timedelta(days=20)
BLANKS = (
    *("about", "why", "wants", "avoids", "where", "whom", "never", "first", "route", "safety", "before", "during"),
    *("after", "stop", "wrong", "then", "know", "sentence", "other", "place", "mood", "duty"),
)
OF_THE_PLAN = " ".join(f"plan{blank}" for blank in BLANKS)
OF_THE_OCCASION = "occasion occwith occfood ochome ocnear occheck ocnaloxone ocwants"
KEPT = "record_version"
ERASED = "record_version record_tombstone"


def canaries(say: Callable[[str], str]) -> Iterator[Fact]:
    yield facts.Goal(
        written_on=DAY,
        words=say("goal"),
        substance=say("goalabout"),
        why_now=say("goalwhy"),
        levels=(say("lowest"), "", "", "", say("highest")),
    )
    yield facts.Readiness(when=AT, about=say("ready"), words=say("readywords"), ready=4)
    yield _plan(lambda blank: say(f"plan{blank}"))
    yield facts.PlannedOccasion(
        when=AT,
        words=say("occasion"),
        substance="tea",
        with_whom=say("occwith"),
        food=say("occfood"),
        way_home=say("ochome"),
        who_is_near=say("ocnear"),
        dose_check=say("occheck"),
        naloxone=say("ocnaloxone"),
        wants=say("ocwants"),
    )
    yield facts.LookBack(
        when=AT, about="few", remember=say("remember"), gave=say("lookgave"), keep_or_change=say("keepit")
    )
    yield facts.WeekPage(when=Lived(on=DAY), days=(say("weekday"),), words=say("weekwords"))
    yield facts.UnitHolds(unit=say("holdsunit"), substance=say("holdsabout"), price=2.0, currency=say("currency"))


def _plan(blank: Callable[[str], str]) -> facts.UsePlan:
    return facts.UsePlan(
        plan=PLAN,
        from_on=DAY,
        substance=blank("about"),
        why_now=blank("why"),
        wants=blank("wants"),
        avoids=blank("avoids"),
        conditions=(
            conditions.NeverWith(token="never", other=blank("other"), hours=2),
            conditions.NotIn(token="place", place=blank("place")),
            conditions.NotWhen(token="mood", mood=blank("mood")),
            conditions.NotBefore(token="duty", duty=blank("duty"), weekdays=(0,), at=dt.time(8), hours=2),
        ),
        where=blank("where"),
        with_whom=blank("whom"),
        never_with=blank("never"),
        first=blank("first"),
        route=blank("route"),
        safety=blank("safety"),
        before=blank("before"),
        during=blank("during"),
        after=blank("after"),
        stop_when=blank("stop"),
        goes_wrong=blank("wrong"),
        then_i=blank("then"),
        know_by=blank("know"),
        own_sentences=(blank("sentence"),),
    )


def only_mine(say: Callable[[str], str]) -> Iterator[Fact]:
    yield facts.Readiness(when=AT, about=say("readymine"))


LINES = {
    "me/plan/": Line(shows="goal goalabout planabout"),
    "me/plan/new/": Line(post={"version_id": ONCE, "substance": "tea"}, then="/me/plan/", changes=KEPT),
    "me/plan/<uuid:plan_id>/": Line(shows=OF_THE_PLAN, ids=WITH_PLAN),
    "me/plan/<uuid:plan_id>/change/": Line(
        shows=OF_THE_PLAN,
        post={"version_id": ONCE, "substance": "tea", "where": "the garden"},
        then="/me/plan/",
        changes=KEPT,
        ids=WITH_PLAN,
    ),
    "me/plan/<uuid:plan_id>/rest/": Line(get=405, post={}, then="/me/plan/", changes=KEPT, ids=WITH_PLAN),
    "me/plan/<uuid:plan_id>/hold/": Line(
        get=405, post={"condition": "place"}, then="/me/plan/", changes=KEPT, ids=WITH_PLAN
    ),
    "me/goals/new/": Line(post={"version_id": ONCE, "words": "more sleep"}, then="/me/goals/", changes=KEPT),
    "me/goals/<uuid:leaf_id>/": Line(shows="goal goalabout goalwhy lowest highest", ids=GOAL),
    "me/goals/<uuid:leaf_id>/change/": Line(
        shows="goal goalabout goalwhy lowest highest",
        post={"version_id": ONCE, "words": "more sleep"},
        then="/me/goals/",
        changes=KEPT,
        ids=GOAL,
    ),
    "me/goals/<uuid:leaf_id>/rate/": Line(
        get=405, post={"version_id": ONCE, "progress": "3"}, then="/me/goals/", changes=KEPT, ids=GOAL
    ),
    "me/goals/<uuid:leaf_id>/choose/": Line(get=405, post={}, then="/me/goals/", ids=GOAL),
    "me/goals/<uuid:leaf_id>/without/": Line(get=405, post={}, then="/me/goals/", ids=GOAL),
    "me/readiness/": Line(
        shows="ready readywords readymine", post={"version_id": ONCE, "about": "tea"}, then="/me/", changes=KEPT
    ),
    "me/occasions/new/": Line(
        post={"version_id": ONCE, "on": TO_COME.isoformat()}, then="/me/occasions/", changes=KEPT
    ),
    "me/occasions/<uuid:leaf_id>/": Line(shows=OF_THE_OCCASION, ids=OCCASION),
    "me/occasions/<uuid:leaf_id>/change/": Line(
        shows=OF_THE_OCCASION,
        post={"version_id": ONCE, "on": TO_COME.isoformat()},
        then="/me/occasions/",
        changes=KEPT,
        ids=OCCASION,
    ),
    "me/occasions/<uuid:leaf_id>/erase/": Line(get=405, post={}, then="/me/plan/", changes=ERASED, ids=OCCASION),
    "me/looking-back/<str:day>/": Line(post={"version_id": ONCE, "gave": "calm"}, then="/me/looking-", changes=KEPT),
    "me/looking-back/kept/": Line(),
    "me/week/": Line(post={"version_id": ONCE, "words": "calm"}, then="/me/week/", changes=KEPT),
    "me/week/<str:day>/": Line(
        shows="weekday weekwords",
        post={"version_id": ONCE, "words": "calm"},
        then="/me/week/",
        changes=KEPT,
        ids=WEEK_DAY,
    ),
    "me/week/<str:day>/keep/": Line(
        get=405,
        post={"like": "last"},
        then="/me/week/",
        changes=KEPT,
        ids={"day": (DAY + dt.timedelta(days=7)).isoformat()},
    ),
    "me/week/<str:day>/tear-off/": Line(get=405, post={}, then="/me/week/", changes=ERASED, ids=WEEK_DAY),
    "me/changed/": Line(shows="step"),
    "me/changed/finding/": Line(get=405, post={"finding": "none", "do": "hide"}, then="/me/changed/"),
    "me/changed/choose/": Line(post={"version_id": ONCE, "risk_basis": "both"}, then="/me/changed/", changes=KEPT),
    "me/holds/": Line(
        shows="holdsunit holdsabout currency",
        post={"version_id": ONCE, "unit": "mug", "price": "2"},
        then="/me/holds/",
        changes=KEPT,
    ),
    "me/holds/<uuid:leaf_id>/erase/": Line(get=405, post={}, then="/me/holds/", changes=ERASED, ids=HOLDS),
    "with/<uuid:record_id>/plan/": Line(shows="goal goalabout planabout"),
    "with/<uuid:record_id>/plan/<uuid:plan_id>/": Line(shows=OF_THE_PLAN, ids=WITH_PLAN),
    "with/<uuid:record_id>/goals/<uuid:leaf_id>/": Line(shows="goal goalabout goalwhy lowest highest", ids=GOAL),
    "with/<uuid:record_id>/changed/": Line(shows="step"),
}
