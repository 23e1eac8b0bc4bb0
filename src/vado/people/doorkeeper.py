"""The doorkeeper: every view says who may come in, by exactly one of these; the start-up check refuses a view without.

What somebody may not see does not exist: the answer is 404, never 403.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from vado.people.access import Role, may_read, purposes_of
from vado.people.arrival import Arrival, arrival_of
from vado.people.models import Account
from vado.record import (
    Actor,
    Drawer,
    Fact,
    Leaf,
    LeafError,
    NoDoor,
    Purpose,
    Record,
    UnfitFact,
    open_record,
    open_to_write,
)

P = ParamSpec("P")
F = TypeVar("F", bound=Fact)
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
RecordView = Callable[Concatenate[HttpRequest, Record, P], HttpResponseBase]
Plain = Callable[..., HttpResponseBase]

MARK = "vado_door"


def public(view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """Anybody may come in, without signing in."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return view(*args, **kwargs)

    return login_not_required(_marked(guarded, "public"))


def signed_in(view: View[P]) -> View[P]:
    """Any account may come in; the view shows no content of a record."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if arrival_of(request).lacks_second_factor:
            return redirect("people:second-factor")
        return view(request, *args, **kwargs)

    return _marked(guarded, "signed in")


def set_up(view: View[P]) -> View[P]:
    """Signed in, and staff even before their second factor: the pages on which it is set up."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    return _marked(guarded, "set up")


def staff(*roles: Role) -> Callable[[View[P]], View[P]]:
    """Somebody of a practice who holds one of these roles and has given a second factor."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            arrival = arrival_of(request)
            if arrival.lacks_second_factor:
                return redirect("people:second-factor")
            if not arrival.roles & frozenset(roles):
                raise Http404
            return view(request, *args, **kwargs)

        return _marked(guarded, "staff " + " ".join(sorted(roles)))

    return decorate


def opens(*drawers: Drawer, write: bool = False, purpose: Purpose | None = None) -> Callable[[RecordView[P]], View[P]]:
    """Opens the person's own record, or under `with/<record_id>/` the one that a door leads to.

    The view gets a `Record` in which all these drawers are open. With `write`, a POST runs in the transaction of its
    visit: both are kept or neither; through a door that may not write the page does not exist. A `purpose` keeps out
    those whose door serves another.
    """

    def decorate(view: RecordView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            arrival = arrival_of(request)
            if arrival.lacks_second_factor:
                return redirect("people:second-factor")
            record_id = cast("UUID | None", kwargs.pop("record_id", None))
            opened = _Opening(arrival, frozenset(drawers), record_id, write=write, purpose=purpose)
            if write and request.method == "POST":
                return opened.writing(lambda record: view(request, _come_in(request, record), *args, **kwargs))
            return view(request, _come_in(request, opened.reading()), *args, **kwargs)

        return _marked(guarded, "opens " + " ".join(drawer.name.lower() for drawer in sorted(drawers)))

    return decorate


def _come_in(request: HttpRequest, record: Record) -> Record:
    """Notes on the request by which record somebody has come in: on paper each page tells of it."""
    request.came_into = record  # type: ignore[attr-defined]
    return record


class MoreThanALeafHolds(SuspiciousOperation):
    """Each field was short enough, and all of them together are not: answered like a request that is too large."""


class _Opening:
    """One request that asks for a record."""

    def __init__(
        self,
        arrival: Arrival,
        drawers: frozenset[Drawer],
        record_id: UUID | None,
        *,
        write: bool,
        purpose: Purpose | None,
    ) -> None:
        self._arrival = arrival
        self._drawers = drawers
        self._write = write
        self._record_id, self._purpose = _asked(arrival, drawers, record_id, purpose)

    def reading(self) -> Record:
        try:
            record = open_record(self._actor, self._record_id, self._purpose, now=self._arrival.at)
        except NoDoor as closed:
            raise Http404 from closed
        return self._enough(record)

    def writing(self, answer: Callable[[Record], HttpResponseBase]) -> HttpResponseBase:
        try:
            with open_to_write(self._actor, self._record_id, self._purpose, now=self._arrival.at) as record:
                return answer(self._enough(record))
        except NoDoor as closed:
            raise Http404 from closed
        except UnfitFact as unfit:
            raise MoreThanALeafHolds from unfit

    @property
    def _actor(self) -> Actor:
        return self._arrival.actor

    def _enough(self, record: Record) -> Record:
        if not self._drawers <= record.drawers or (self._write and not record.may_write):
            raise Http404
        return record


def _asked(
    arrival: Arrival, drawers: frozenset[Drawer], record_id: UUID | None, purpose: Purpose | None
) -> tuple[UUID, Purpose]:
    """Which record, and for what; 404 where the table of access has no line for it."""
    if record_id is None:
        if arrival.own_record_id is None:
            raise Http404
        return arrival.own_record_id, Purpose.OWN
    asked = [p for p in purposes_of(arrival.roles) if purpose in {None, p}]
    fitting = [p for p in asked if drawers <= may_read(arrival.roles, p)]
    if not fitting:
        raise Http404
    return record_id, fitting[0]


def _marked(view: Callable[P, HttpResponseBase], says: str) -> Callable[P, HttpResponseBase]:
    setattr(view, MARK, says)
    return view


def heads_or_404(record: Record, kinds: type[F] | tuple[type[F], ...], leaf_id: UUID) -> list[Leaf[F]]:
    """The heads of a leaf of these kinds; whatever else, or erased, does not exist for the page that asks."""
    try:
        return record.heads_of(kinds, leaf_id)
    except LeafError as problem:
        raise Http404 from problem


def actor_of(request: HttpRequest) -> Actor:
    """Who asks, as the record knows them."""
    return arrival_of(request).actor


def account_of(request: HttpRequest) -> Account:
    """The account that is signed in."""
    return arrival_of(request).account


def roles_of(request: HttpRequest) -> frozenset[Role]:
    """What the account does in its practices."""
    return arrival_of(request).roles


def door_of(view: Any) -> str | None:
    """What the view says about who may come in, or None when it says nothing."""
    says = getattr(view, MARK, None)
    return says if isinstance(says, str) else None
