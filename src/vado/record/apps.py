"""The Django application of the record."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RecordApp(AppConfig):
    """The room's tables, and the house keys that are made with them."""

    name = "vado.record"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from vado.record.house_keys import renew_after_migration
        from vado.record.triggers import install_triggers

        post_migrate.connect(renew_after_migration, sender=self)
        post_migrate.connect(install_triggers, sender=self)
