"""One's own sign-ins: another passphrase, where one is signed in, and words that came after a sign-in had ended."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vado.people import actions
from vado.people.doorkeeper import account_of
from vado.people.forms import ChangePassphraseForm
from vado.people.late_words import MARK, forget_late, late_forms
from vado.people.limits import is_within_limit
from vado.people.sign_ins import end_sign_ins, name_of, sign_ins_of

TRIES, WINDOW_SECONDS = 5, 15 * 60


def passphrase(request: HttpRequest) -> HttpResponse:
    """Another passphrase, with the present one given first; every other sign-in ends."""
    form = ChangePassphraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _knows_it(request, form):
        account, here = account_of(request), name_of(request.session.session_key)
        actions.change_passphrase(account=account, passphrase=form.cleaned_data["passphrase"], but=here)
        update_session_auth_hash(request, account)
        messages.info(request, _("The new passphrase is in force. Every other sign-in has ended."))
        return redirect("people:sign-ins")
    return render(request, "people/passphrase.html", {"form": form}, status=400 if form.errors else 200)


def _knows_it(request: HttpRequest, form: ChangePassphraseForm) -> bool:
    account = account_of(request)
    if not is_within_limit(request, "passphrase", str(account.pk), TRIES, WINDOW_SECONDS):
        form.add_error(None, _("Too many tries for now. Wait a quarter of an hour; nothing is lost."))
    elif not account.check_password(form.cleaned_data["present"]):
        form.add_error("present", _("This is not the passphrase you came in with. Look at capitals and spaces."))
    return not form.errors


def sign_ins(request: HttpRequest) -> HttpResponse:
    """Where this account is signed in; any of them can be ended."""
    account, here = account_of(request), name_of(request.session.session_key)
    if request.method == "POST":
        which = request.POST.get("which") or None
        ended = end_sign_ins(account.pk, name=which, but=here)
        told = ngettext("%(count)d sign-in has ended.", "%(count)d sign-ins have ended.", ended)
        messages.info(request, told % {"count": ended})
        return redirect("people:sign-ins")
    others = [one for one in sign_ins_of(account.pk) if one.name != here]
    mine = next((one for one in sign_ins_of(account.pk) if one.name == here), None)
    return render(request, "people/sign_ins.html", {"mine": mine, "others": others})


def late_words(request: HttpRequest) -> HttpResponse:
    """Words of a form that came too late: read them, keep them now, or let them go."""
    account = account_of(request)
    if request.method == "POST":
        forget_late(account.pk, request.POST.get("which", ""))
        messages.info(request, _("They are let go."))
        return redirect("people:late-words" if late_forms(account.pk) else "first")
    return render(request, "people/late_words.html", {"forms": late_forms(account.pk), "mark": MARK})


@require_POST
def still_here(request: HttpRequest) -> HttpResponse:
    """Somebody is still here: the sign-in goes on."""
    return HttpResponse(status=204)
