"""No page is forgotten: each address is looked at in a browser, or is excused here with a reason."""

from django.urls import resolve, reverse

from tests.browser.others import DEMONSTRATION_PAGES, NEW_STAFF_PAGES, Practice
from tests.browser.stay import PUBLIC_PAGES, Stay
from vado.demonstration.urls import urlpatterns
from vado.people.checks import addresses

DEMONSTRATION = "vado.demonstration.urls"
SENDS = "takes a form and sends elsewhere"
ASKS_FIRST = "asks for the passphrase or a passkey first, and is walked through with both in test_passkeys"
SAME_PAGE = "the page of another address, with another reader or month"
BOTH = ("me", "with/<uuid:record_id>")
BETWEEN = "<str:day>/and/<str:other>/"
CLOSER = ("closer/", "closer/together/", "closer/<uuid:leaf_id>/")
FORMULATION = ("formulation/", "formulation/on/<str:day>/", "formulation/<slug:section>/")
READ_TOGETHER = (*CLOSER, *FORMULATION, "balance/", f"balance/{BETWEEN}", "sides/", f"sides/{BETWEEN}")
OVER_TIME = ("voices/over-time/", "balance/over-time/", "sides/over-time/", "balance/of/<uuid:leaf_id>/")
ON_THE_MAP = (
    "",
    "on/<str:day>/",
    *(f"{one}/{more}" for one in ("thing", "arrow") for more in ("", "<uuid:leaf_id>/", "<uuid:leaf_id>/change/")),
)
EXCUSED = {
    "": "sends to the first page of whoever asks",
    "language/": SENDS,
    "leave/": SENDS,
    "sign-out/": SENDS,
    "robots.txt": "is no page",
    "own/<str:token>/": "is there for a record without a login, and tried with the command that makes the token",
    "enter/<slug:code>/as/": SENDS,
    "doors/<uuid:door_id>/close/": SENDS,
    "doors/invitation/<uuid:invitation_id>/take-back/": SENDS,
    "stay/": SENDS,
    "sign-in/passkey/": SENDS,
    "passkeys/": ASKS_FIRST,
    "passkeys/add/": ASKS_FIRST,
    "sign-in/once-more/passkey/": ASKS_FIRST,
    "people/code/": SENDS,
    "second-factor/done/": SENDS,
    "sign-in/code/": "stands between a passphrase and a session; its form is that of the other pages of people",
    "me/use/repeat/": SENDS,
    "me/entry/back/": SENDS,
    "me/entry/<uuid:leaf_id>/choose/": SENDS,
    "me/day/<str:day>/say/": SENDS,
    "me/entry/<uuid:leaf_id>/answer/<slug:question>/": SENDS,
    "me/fill/kept/": "follows a form, and is walked through in the tests of filling",
    "me/fill/undo/": SENDS,
    "me/lasting/<uuid:leaf_id>/erase/": SENDS,
    "me/import/<uuid:import_id>/undo/": SENDS,
    "me/meetings/topic/<uuid:leaf_id>/": SENDS,
    "me/meetings/answers/<uuid:leaf_id>/only-me/": SENDS,
    "me/meetings/strain/<uuid:leaf_id>/turn/": SENDS,
    **{f"{start}/meetings/next/<uuid:leaf_id>/off/": SENDS for start in ("me", "with/<uuid:record_id>")},
    **{f"{start}/meetings/hopes/say/": SENDS for start in ("me", "with/<uuid:record_id>")},
    "me/days/<int:year>/<int:month>/": SAME_PAGE,
    **{f"me/plan/<uuid:plan_id>/{act}/": SENDS for act in ("rest", "hold")},
    **{f"me/goals/<uuid:leaf_id>/{act}/": SENDS for act in ("rate", "choose", "without")},
    "me/occasions/<uuid:leaf_id>/erase/": SENDS,
    **{f"me/week/<str:day>/{act}/": SENDS for act in ("keep", "tear-off")},
    "me/changed/finding/": SENDS,
    "me/holds/<uuid:leaf_id>/erase/": SENDS,
    "me/safety/plan/erase/": SENDS,
    "safety/worker.js": "is no page",
    "safety/mine/": "leads to the plan, but on a phone that keeps a copy of it",
    "me/safety/takes/<uuid:leaf_id>/erase/": SENDS,
    "me/safety/keep/<uuid:leaf_id>/": SENDS,
    "me/safety/share/": SENDS,
    "me/safety/shared/<uuid:leaf_id>/take-back/": SENDS,
    "me/safety/country/": SENDS,
    "me/safety/know/": SENDS,
    "me/safety/kind/": SENDS,
    **{f"me/closer/{act}begin/": SENDS for act in ("", "<uuid:leaf_id>/")},
    **{f"me/meanings/leaf/<uuid:leaf_id>/{act}/": SENDS for act in ("only-me", "settle")},
    "me/balance/comes-to/": SENDS,
    **{f"me/balance/item/<uuid:leaf_id>/{act}/": SENDS for act in ("off", "only-me", "settle")},
    **{f"me/letters/<uuid:box_id>/{act}/": SENDS for act in ("read", "drop")},
    "me/surf/<uuid:leaf_id>/later/": SENDS,
    "me/letters/ask/": "shows a code one time, and is walked through in the journey of a letter",
    "me/voices/speak/": SENDS,
    **{
        f"{start}/map/{act}/": SENDS for start in BOTH for act in ("<uuid:leaf_id>/off", "thing/<uuid:leaf_id>/what-if")
    },
    **{f"with/<uuid:record_id>/{place}": SAME_PAGE for place in ("voices/", *OVER_TIME, *READ_TOGETHER)},
    **{f"with/<uuid:record_id>/map/{one}": SAME_PAGE for one in ON_THE_MAP},
}


def test_every_address_is_looked_at_or_excused(stay: Stay, practice: Practice) -> None:
    named = [reverse(name) for name in (*PUBLIC_PAGES, *NEW_STAFF_PAGES)]
    seen = [
        *stay.pages().values(),
        *practice.pages().values(),
        *practice.manager_pages().values(),
        *DEMONSTRATION_PAGES.values(),
        *named,
    ]
    looked_at = {
        resolve(path.partition("?")[0], urlconf=DEMONSTRATION).route for path in seen if "nothing-here" not in path
    }
    every = {address for address, _view in addresses(urlpatterns)}
    assert sorted(every - looked_at - set(EXCUSED)) == []
    assert sorted(set(EXCUSED) - every) == []
    assert sorted(set(EXCUSED) & looked_at) == []
