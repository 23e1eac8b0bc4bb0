"""The app `people`."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, practices, roles, invitations, and who may do what."""

    name = "vado.people"
    label = "people"
