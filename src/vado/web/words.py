"""Sentences of the shell that change with the day."""

from django.utils.translation import gettext_lazy as _

GREETINGS = (
    _("What is it like today?"),
    _("How has today been?"),
    _("What is here now?"),
)
