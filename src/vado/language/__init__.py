"""The respectful-words checker: rules as files, findings with a better word and its source."""

from vado.language.rules import Finding, Kind, Rule, findings, languages, rules

__all__ = ["Finding", "Kind", "Rule", "findings", "languages", "rules"]
