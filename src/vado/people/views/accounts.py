"""Coming in, leaving, and coming back by the recovery code."""

from django.contrib.auth import login as begin_session
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from vado.people import actions
from vado.people.forms import RecoverForm, SignUpForm
from vado.people.late_words import BEFORE
from vado.people.limits import is_within_limit

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
TRIES, WINDOW_SECONDS = 5, 15 * 60
SIGN_UPS_AN_HOUR = 20  # from one address: a waiting room shares one, and a machine would make thousands


def sign_up(request: HttpRequest) -> HttpResponse:
    """A record of one's own in a minute. The login and the recovery code are shown once."""
    form = SignUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _may_begin(request, form):
        new = actions.sign_up(
            chosen=form.cleaned_data["chosen"], passphrase=form.cleaned_data["passphrase"], now=timezone.now()
        )
        begin_session(request, new.account, backend=BACKEND)
        return render(request, "people/signed_up.html", {"login": new.login, "code": new.recovery_code})
    return render(request, "people/sign_up.html", {"form": form}, status=400 if form.errors else 200)


def _may_begin(request: HttpRequest, form: SignUpForm) -> bool:
    """Counted for the address over all workers. Whoever has a record signs in as always: nobody is locked out."""
    if is_within_limit(request, "sign-up", "", SIGN_UPS_AN_HOUR, 60 * 60):
        return True
    form.add_error(None, _("Many records were begun from this connection. Wait an hour, or use another connection."))
    return False


def recover(request: HttpRequest) -> HttpResponse:
    """A new passphrase by the recovery code; a login that is not here gets the same answer."""
    form = RecoverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not is_within_limit(request, "recover", form.cleaned_data["login"], TRIES, WINDOW_SECONDS):
            form.add_error(None, _("Too many tries for now. Wait a quarter of an hour; nothing is lost."))
        else:
            code = actions.recover(**form.cleaned_data)
            if code is not None:
                return render(request, "people/signed_up.html", {"login": form.cleaned_data["login"], "code": code})
            form.add_error(None, _("Login and code do not fit together. Look at each once more; nothing is lost."))
    return render(request, "people/recover.html", {"form": form}, status=400 if form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the login session."""
    logout(request)
    answer = redirect("people:sign-in")
    answer.delete_cookie(BEFORE)
    return answer


@csrf_exempt  # another site's form brings no session along (SameSite=Lax), and a stale page can still be left
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Quick exit: the session is over before the neutral page shows. Unsent drafts are not cleared."""
    logout(request)
    return left(request)


def left(request: HttpRequest) -> HttpResponse:
    """The neutral page on the way out; it takes every cookie along."""
    answer = render(request, "web/left.html")  # a redirect to another host is refused by form-action 'self'
    answer["Clear-Site-Data"] = '"cache", "cookies"'
    return answer
