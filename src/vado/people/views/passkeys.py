"""Passkeys: added after sign-up, used to come in, and taken away. Their names are dates; nothing tells the device."""

from typing import Any

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView, ReauthenticateWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vado.people import actions
from vado.people.doorkeeper import account_of, public, set_up

Kind = Authenticator.Type


class AddPasskey(AddWebAuthnView):  # type: ignore[misc,unused-ignore]
    """A key that this device keeps, opened by a finger, a face or its own code."""

    template_name = "people/passkey_add.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The device is asked for a key that can sign in by itself, not as a second step alone."""
        return {"form": self.get_form(), "options": auth.begin_registration(self.request.user, True)}

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        messages.info(self.request, _("The passkey is in place."), fail_silently=True)
        return answer

    def get_success_url(self) -> str:
        """The list, where it now stands."""
        return reverse("people:passkeys")


class ComeInByPasskey(LoginWebAuthnView):  # type: ignore[misc,unused-ignore]
    """Signing in by a passkey alone."""

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.info(self.request, _("This passkey does not open anything here. The passphrase still does."))
        return redirect("people:sign-in")


class SecondStep(AuthenticateView):  # type: ignore[misc,unused-ignore]
    """The second step: a code, or a passkey, whichever is set up."""

    template_name = "people/code.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**context)
        kinds = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        options = shown.get("js_data", {}).get("request_options") if Kind.WEBAUTHN in kinds else None
        return shown | {"has_code": Kind.TOTP in kinds, "options": options}


class OnceMoreByPasskey(ReauthenticateWebAuthnView):  # type: ignore[misc,unused-ignore]
    """The passkey, asked before a change."""

    template_name = "people/once_more_passkey.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**context)
        return shown | {"options": shown["js_data"]["request_options"]}


@set_up
def passkeys(request: HttpRequest) -> HttpResponse:
    """The passkeys of this account; any of them can be taken away, but not the last step of somebody at work."""
    if is_reauthentication_required(request, app="allauth.mfa"):
        return redirect(f"{reverse('account_reauthenticate')}?next={request.path}")
    account = account_of(request)
    if request.method == "POST":
        taken = actions.remove_passkey(account=account, which=request.POST.get("which", ""))
        told = _("The passkey is taken away.") if taken else _("One second step stays: set up another one first.")
        messages.info(request, told)
        return redirect("people:passkeys")
    kept = Authenticator.objects.filter(user=account, type=Kind.WEBAUTHN).order_by("created_at")
    return render(request, "people/passkeys.html", {"passkeys": kept})


add_passkey = set_up(AddPasskey.as_view())
come_in = public(ComeInByPasskey.as_view())
second_step = public(SecondStep.as_view())
once_more = set_up(OnceMoreByPasskey.as_view())
