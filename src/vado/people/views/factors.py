"""Signing in and the second factor: allauth's views with our pages, and nothing else of it."""

from typing import Any

from allauth.account.views import LoginView, ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCode
from allauth.mfa.totp.views import ActivateTOTPView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from vado.people.doorkeeper import set_up


class SignIn(LoginView):  # type: ignore[misc,unused-ignore]
    """Login and passphrase; whoever is signed in already goes to their own page."""

    template_name = "people/sign_in.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The form alone: allauth's own links lead to pages that are not mounted."""
        return {"form": context.get("form") or self.get_form()}


class SetUpSecondFactor(ActivateTOTPView):  # type: ignore[misc,unused-ignore]
    """A code generator on one's phone."""

    template_name = "people/second_factor.html"

    def get_success_url(self) -> str:
        """The working place."""
        return reverse("first")


sign_in = SignIn.as_view()
second_factor = set_up(SetUpSecondFactor.as_view())
reauthenticate = set_up(ReauthenticateView.as_view(template_name="people/once_more.html"))
reauthenticate_by_code = set_up(
    ReauthenticateByCode.as_view(template_name="people/once_more.html", extra_context={"is_by_code": True})
)


@set_up
def stay(request: HttpRequest) -> HttpResponse:
    """Where allauth sends somebody whose second factor stands already."""
    return redirect("first")
