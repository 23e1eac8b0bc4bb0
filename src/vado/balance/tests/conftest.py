"""A person with a record of their own, signed in."""

from vado.diary.tests.conftest import account, diary, person

__all__ = ["account", "diary", "person"]
