"""The Django application of people."""

from django.apps import AppConfig


class PeopleApp(AppConfig):
    """Accounts, practices, roles, sign-in."""

    name = "vado.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from vado.people import checks  # noqa: F401 registers itself
