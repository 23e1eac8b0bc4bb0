"""What every page may say about the shell around it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

OTHER_LANGUAGE = {"en": ("es", "Español"), "es": ("en", "English")}


def shell(request: HttpRequest) -> dict[str, Any]:
    """The language to switch to, where the exit leads, and whether all of this is fictional."""
    code, name = OTHER_LANGUAGE.get((get_language() or "en")[:2], OTHER_LANGUAGE["es"])
    return {
        "other_language": code,
        "other_language_name": name,
        "exit_address": settings.QUICK_EXIT_ADDRESS,
        "is_demonstration": settings.DEMONSTRATION,
    }
