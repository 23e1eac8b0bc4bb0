"""The start-up check: Vado does not start with an address that does not say who may come in."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from vado.people.doorkeeper import door_of

Pattern = URLPattern | URLResolver


@register()
def every_address_says_who_may_come_in(app_configs: object = None, **_options: Any) -> list[CheckMessage]:
    """One error for each address whose view has no decorator of the doorkeeper."""
    return [_error(address) for address, view in addresses(get_resolver().url_patterns) if door_of(view) is None]


def addresses(patterns: Sequence[Pattern], before: str = "") -> Iterator[tuple[str, Any]]:
    """Every address below these patterns, with its view."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, address)
        else:
            yield address, pattern.callback


def _error(address: str) -> Error:
    return Error(
        f"/{address} does not say who may come in",
        hint="Put one of @opens, @staff, @signed_in, @set_up or @public on its view.",
        id="people.E001",
    )
