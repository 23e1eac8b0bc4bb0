"""Files in and out, one module a format. They are loaded when first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

from vado.exchange.facts import Import as Import

if TYPE_CHECKING:
    from vado.exchange.errors import ExchangeError as ExchangeError
    from vado.exchange.json import ImportReport as ImportReport
    from vado.exchange.json import export_json as export_json
    from vado.exchange.json import import_json as import_json
    from vado.exchange.json import undo_import as undo_import
    from vado.exchange.json_file import content_of as content_of
    from vado.exchange.tables import export_csv as export_csv

_MODULE_OF = {
    "ExchangeError": "errors",
    "ImportReport": "json",
    "content_of": "json_file",
    "export_csv": "tables",
    "export_json": "json",
    "import_json": "json",
    "undo_import": "json",
}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
