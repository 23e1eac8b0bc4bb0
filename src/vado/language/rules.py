"""Rules about words, and what they find in a text."""

import enum
import functools
import importlib.resources
import re
from collections.abc import Iterator

import msgspec

LANGUAGES = ("en", "es")

# What somebody else said, an official name in code marks, an address: not the product's words.
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|`[^`]*`|https?://\S+|\S+@\S+")


class Kind(enum.StrEnum):
    """Where a rule holds."""

    PEOPLE = "people"  # words about people and what they do: in every text
    COPY = "copy"  # what pages do not say: in pages and their catalogues


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A pattern, what to write instead and who says so. Inside an `unless` there is no alarm."""

    pattern: str
    prefer: str
    source: str
    kind: Kind = Kind.PEOPLE
    unless: tuple[str, ...] = ()

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the rule is broken."""
        found = [match.span() for match in _compiled(self.pattern).finditer(text)]
        if not found:
            return
        allowed = [match.span() for words in self.unless for match in _compiled(words).finditer(text)]
        for start, end in found:
            if not any(first <= start and end <= last for first, last in allowed):
                yield start, end


class Finding(msgspec.Struct, frozen=True):
    """Words that a rule would rather see otherwise."""

    start: int
    words: str
    prefer: str
    source: str


class RulesFile(msgspec.Struct, frozen=True):
    """The shape of forbidden_en.toml and forbidden_es.toml."""

    rules: tuple[Rule, ...]


def languages() -> tuple[str, ...]:
    """Languages that have rules."""
    return LANGUAGES


@functools.cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rules of one language; raises `KeyError` for a language without any."""
    if language not in LANGUAGES:
        raise KeyError(language)
    text = importlib.resources.files("vado.language").joinpath(f"forbidden_{language}.toml").read_bytes()
    return msgspec.toml.decode(text, type=RulesFile).rules


def findings(text: str, language: str, kinds: frozenset[Kind] = frozenset(Kind)) -> list[Finding]:
    """What the rules of a language find in a text, in its order; quotations are left alone.

    >>> [found.words for found in findings("He is an addict.", "en")]
    ['addict']
    """
    own_words = QUOTED.sub(lambda quotation: " " * len(quotation[0]), text)
    found = [
        Finding(start, text[start:end], rule.prefer, rule.source)
        for rule in rules(language)
        if rule.kind in kinds
        for start, end in rule.spans(own_words)
    ]
    return sorted(found, key=lambda finding: finding.start)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
