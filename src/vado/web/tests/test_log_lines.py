"""The log holds fixed sentences and code positions, and nothing that came from a person."""

import logging
import sys

from vado.web.log_lines import QuietFormatter

CANARY = "canary-word-of-a-person"


def _line(message: str, *values: object, error: bool = False) -> str:
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, values, None)
    if error:
        try:
            raise ValueError(CANARY)
        except ValueError:
            record.exc_info = sys.exc_info()
    return QuietFormatter().format(record)


def test_values_of_a_sentence_stay_out() -> None:
    line = _line("Not Found: %s", f"/me/{CANARY}/")
    assert CANARY not in line
    assert "Not Found: %s" in line


def test_a_sentence_that_was_put_together_before_stays_out() -> None:
    assert CANARY not in _line(f"could not read {CANARY}")


def test_an_error_tells_its_kind_and_place_but_not_its_words() -> None:
    line = _line("Internal Server Error: %s", "/", error=True)
    assert "ValueError" in line
    assert "test_log_lines.py" in line
    assert CANARY not in line
