"""What stands in the tables, so that two moments can be compared: what was changed, and what was left alone."""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

READING = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "PRAGMA")
TABLE = re.compile(r"\w+")  # any word of a statement that is a table's name

# Coming and going is written for everybody, refusals too: visits with the row that chains them, sign-ins, tries.
COMINGS = {"record_record", "record_visit", "record_house_key", "people_login_session", "people_shared_note"}
State = Mapping[str, frozenset[tuple[Any, ...]]]


def state() -> State:
    """Every row of every table that holds what somebody made."""
    kept = (model for model in apps.get_models() if model._meta.db_table not in COMINGS)
    return {model._meta.db_table: _rows(model) for model in kept}


def changed(before: State, touched: Set[str]) -> set[str]:
    """Those of the tables a request wrote to that are no longer as they were."""
    models = {model._meta.db_table: model for model in apps.get_models()}
    return {table for table in touched & before.keys() if _rows(models[table]) != before[table]}


@contextmanager
def touching() -> Iterator[set[str]]:
    """Notes every table that a statement writes to: reading all tables after each request took most of the time."""
    touched: set[str] = set()

    def note(execute: Callable[..., Any], sql: str, values: Any, many: bool, context: Any) -> Any:
        if not sql.lstrip().upper().startswith(READING):
            touched.update(TABLE.findall(sql))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(note):
        yield touched


def _rows(model: type[Model]) -> frozenset[tuple[Any, ...]]:
    columns = [field.attname for field in model._meta.concrete_fields if hasattr(field, "attname")]
    rows = model._default_manager.values_list(*(name for name in columns if name != "pk"))
    return frozenset(tuple(map(_plain, row)) for row in rows)


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else str(value)
