"""Vado: the working place for harm reduction psychotherapy."""

__version__ = "0.1.0"
