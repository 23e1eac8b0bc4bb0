"""The rule table as text: for `vado safety table`, for docs/safety-rules.md, for a clinician to sign."""

from collections.abc import Iterator

from django.utils import translation

from vado.safety.cards import all_rows
from vado.safety.rows import Row

LANGUAGES = ("en", "es")


def table() -> str:
    """Every row with its exact text in both languages, as Markdown."""
    head = ["# The rules of safety", "", "Written by `make docs` from the program; a test keeps the two equal."]
    head += ["Tags: S read in the source, K to be verified, D own judgement. A rule informs; it locks nobody out."]
    return "\n".join([*head, "", *(line for row in all_rows() for line in _row(row))])


def _row(row: Row) -> Iterator[str]:
    yield f"## {row.id}"
    yield ""
    yield f"{row.strength} · tag {row.tag.value} · written {row.on.isoformat()}"
    yield ""
    for language in LANGUAGES:
        with translation.override(language):
            yield from _texts(row, language)


def _texts(row: Row, language: str) -> Iterator[str]:
    named = (("reads", row.reads), ("speaks", row.speaks), ("now", row.now_anywhere), ("why", row.why))
    yield f"- **{language}**: {row.heading}"
    yield from (f"  - {name}: {text}" for name, text in named if str(text))
    yield from (f"  - sign: {sign}" for sign in row.signs)
    yield from (f"  - safer: {step}" for step in row.safer)
    yield from (f"  - source: {row.source}", "")
