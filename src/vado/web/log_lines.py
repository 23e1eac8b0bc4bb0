"""What Vado writes into its log: time, level, place in the code, fixed sentences. Never a word of a person."""

import logging
import traceback
from typing import Any

PLAIN_NUMBERS = ("status_code",)


class QuietFormatter(logging.Formatter):
    """An allow-list: the programmer's sentence without its values, numbers that tell of nobody, code positions."""

    def format(self, record: logging.LogRecord) -> str:
        parts = [self.formatTime(record), record.levelname, record.name, self._sentence(record)]
        parts += [f"{name}={value}" for name in PLAIN_NUMBERS if isinstance(value := getattr(record, name, None), int)]
        return " ".join(parts) + self._where(record)

    @staticmethod
    def _sentence(record: logging.LogRecord) -> str:
        """With %s left open, because the values may be somebody's words."""
        return record.msg if isinstance(record.msg, str) and record.args else f"at {record.module}:{record.lineno}"

    @staticmethod
    def _where(record: logging.LogRecord) -> str:
        """The kind of the error and its frames; its message may quote content and stays out."""
        if not record.exc_info or record.exc_info[0] is None:
            return ""
        frames = traceback.extract_tb(record.exc_info[2])
        lines = (f"\n  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
        return f"\n  {record.exc_info[0].__name__}" + "".join(lines)


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "vado.web.log_lines.QuietFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
