"""The app `demonstration`."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """Ten fictional people to walk around with."""

    name = "vado.demonstration"
    label = "demonstration"
