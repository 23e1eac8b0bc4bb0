"""The second step, a code or a passkey: allauth's forms, with tries counted for account and address together."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm

from vado.people.limits import may_try_second_step, second_step_passed


class CountedHere:
    """Allauth counts tries for the account alone: whoever knows the passphrase would lock its owner out everywhere."""

    user: Any

    def _counted(self, look: Any) -> Any:
        request, whose = context.request, str(self.user.pk)
        if not may_try_second_step(request, whose):
            raise get_adapter().validation_error("too_many_login_attempts")
        ratelimit.clear(request, action="login_failed", key=f"mfa-auth-user-{whose}")
        looked_at = look()
        second_step_passed(request, whose)
        return looked_at


class CodeForm(CountedHere, AuthenticateForm):  # type: ignore[misc,unused-ignore]
    """A code, when somebody comes in."""

    def clean_code(self) -> Any:
        return self._counted(super().clean_code)


class CodeOnceMoreForm(CountedHere, ReauthenticateForm):  # type: ignore[misc,unused-ignore]
    """A code, before a change."""

    def clean_code(self) -> Any:
        return self._counted(super().clean_code)


class PasskeyForm(CountedHere, AuthenticateWebAuthnForm):  # type: ignore[misc,unused-ignore]
    """A passkey, when somebody comes in."""

    def clean_credential(self) -> Any:
        return self._counted(super().clean_credential)


class PasskeyOnceMoreForm(CountedHere, ReauthenticateWebAuthnForm):  # type: ignore[misc,unused-ignore]
    """A passkey, before a change."""

    def clean_credential(self) -> Any:
        return self._counted(super().clean_credential)
