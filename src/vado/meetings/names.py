"""What stands beside a line: who takes it on, what came of it, who wrote it, seen from who reads."""

from django.utils.translation import gettext as _

from vado.meetings.facts import Went, Whose, Writer
from vado.people.called import called
from vado.record import Record


def whose_words(whose: Whose, name: str, *, is_own: bool) -> str:
    """Who takes a line on; `name` is what the person wants to be called."""
    if whose is Whose.BOTH:
        return _("both of us")
    if whose is Whose.PERSON:
        return _("me") if is_own else _("%(name)s takes it on") % {"name": name}
    return _("my therapist") if is_own else _("me, the therapist")


def who_may_take_it_on(record: Record) -> dict[Whose, str]:
    """Both, the person and the therapist, as whoever writes here would say it."""
    name = "" if record.is_own else called(record)
    return {
        whose: whose_words(whose, name, is_own=record.is_own) for whose in (Whose.BOTH, Whose.PERSON, Whose.THERAPIST)
    }


def went_words(went: Went) -> str:
    """What came of it; nothing while it lies ahead."""
    return {
        Went.OPEN: "",
        Went.DONE: _("it happened"),
        Went.PARTLY: _("in part"),
        Went.OTHERWISE: _("it went otherwise"),
        Went.LET_GO: _("we let it go"),
    }[went]


def writer_words(writer: Writer, name: str, *, is_own: bool) -> str:
    """Who wrote it."""
    if writer is Writer.PERSON:
        return _("I wrote") if is_own else _("%(name)s wrote") % {"name": name}
    return _("my therapist wrote") if is_own else _("I wrote")
