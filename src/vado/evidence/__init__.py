"""Single-case statistics that hold: numbers in, frozen results out. Usable without the rest of Vado."""

from vado.evidence.cautions import Caution
from vado.evidence.change import Change, change_in_mean
from vado.evidence.errors import EvidenceError

__all__ = ["Caution", "Change", "EvidenceError", "change_in_mean"]
