"""Words that somebody close leaves by a code: asked for, left, read or dropped unseen. No other door leads in here."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.balance.facts import WordsLeft
from vado.balance.forms_letters import AskForm, LetterForm
from vado.diary.rules_when import today_of
from vado.people.code_pictures import code_picture
from vado.people.doorkeeper import heads_or_404, opens, public
from vado.people.limits import is_within_limit
from vado.people.my_days import settings_of
from vado.record import (
    LETTER_BOX_LASTS,
    Drawer,
    InvitationClosed,
    Record,
    TamperedLeaf,
    UnknownLeaf,
    drop_letter_box,
    leave_letter,
    letter_boxes,
    make_letter_box,
    take_letter,
)

TRIES, WINDOW_SECONDS = 10, 15 * 60  # from one address; a code has eight letters out of 31


@opens(Drawer.REFLECTIONS)
def letters(request: HttpRequest, record: Record) -> HttpResponse:
    """What came, what was asked for, what was read."""
    return render(request, "balance/letters.html", {**_boxes(record), "form": AskForm()})


def _boxes(record: Record) -> dict[str, object]:
    boxes = letter_boxes(record)
    read = sorted(record.leaves(WordsLeft), key=lambda leaf: (leaf.fact.on, leaf.sequence), reverse=True)
    return {
        "came": [box for box in boxes if box.has_letter],
        "waiting": [box for box in boxes if not box.has_letter],
        "read": read,
    }


@require_POST
@opens(Drawer.REFLECTIONS, write=True)
def ask(request: HttpRequest, record: Record) -> HttpResponse:
    """A box for one letter; its code is shown once."""
    form = AskForm(request.POST)
    if not form.is_valid():
        return render(request, "balance/letters.html", {**_boxes(record), "form": form}, status=400)
    asked, address = form.cleaned_data["asked"], request.build_absolute_uri(reverse("letter:leave"))
    code = make_letter_box(record, asked)
    page = {"asked": asked, "code": code, "address": address, "days": LETTER_BOX_LASTS.days}
    return render(request, "balance/letter_code.html", {**page, "picture": code_picture(address, code)})


@require_POST
@opens(Drawer.REFLECTIONS, write=True)
def read(request: HttpRequest, record: Record, box_id: UUID) -> HttpResponse:
    """Opens a letter; from then on it is an entry that is for the person alone."""
    asked = next((box.asked for box in letter_boxes(record) if box.id == box_id), "")
    try:
        letter = take_letter(record, box_id)
    except TamperedLeaf as problem:
        messages.warning(request, str(problem))
        return redirect("balance:letters")
    except UnknownLeaf:  # read or dropped a moment ago
        return redirect("balance:letters")
    on = today_of(settings_of(record), letter.left_at)
    kept = WordsLeft(words=letter.words, signed=letter.signed, asked=asked, on=on)
    return redirect("balance:letter", record.put(kept, drawer=Drawer.OWN).id)


@require_POST
@opens(Drawer.REFLECTIONS, write=True)
def drop(request: HttpRequest, record: Record, box_id: UUID) -> HttpResponse:
    """Lets a letter go unread, or takes back a code that nobody used."""
    drop_letter_box(record, box_id)
    messages.info(request, _("It is gone. Nobody is told."))
    return redirect("balance:letters")


@opens(Drawer.REFLECTIONS)
def letter(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """A letter that was read."""
    leaf = heads_or_404(record, WordsLeft, leaf_id)[-1]
    return render(request, "balance/letter.html", {"leaf": leaf, "is_mine": leaf.drawer is Drawer.OWN})


@public
def leave(request: HttpRequest) -> HttpResponse:
    """The page of whoever was asked. It shows nothing of anybody; all codes that take no letter get one answer."""
    form = LetterForm(request.POST or None, initial={"version_id": uuid4()})
    if request.method == "POST" and form.is_valid() and _is_left(request, form):
        return redirect("letter:left")
    return render(request, "balance/leave_words.html", {"form": form}, status=400 if form.errors else 200)


def _is_left(request: HttpRequest, form: LetterForm) -> bool:
    said = form.cleaned_data
    if not is_within_limit(request, "letter", "", TRIES, WINDOW_SECONDS):
        form.add_error(None, _("Too many tries for now. Wait a quarter of an hour; your words are still here."))
        return False
    try:
        leave_letter(said["code"], said["words"], said["signed"], sending=said["version_id"], now=timezone.now())
    except InvitationClosed:
        form.add_error("code", _("This code takes no letter. Look at it once more, or ask for a new one."))
        return False
    return True


@public
def left(request: HttpRequest) -> HttpResponse:
    """It is left."""
    return render(request, "balance/letter_left.html")
