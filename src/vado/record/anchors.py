"""Anchors: once a day the end of every chain of visits is written outside the database."""

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec

from vado.record.house_keys import house_key
from vado.record.models import StoredRecord, StoredVisit
from vado.record.outside import BoundLines, outside_folder
from vado.record.sealing import derive
from vado.record.visits import Head, VisitKeys, heads, pseudonyms, verify

LATEST_AFTER = dt.timedelta(hours=48)
_ANCHOR_EVERY = dt.timedelta(hours=24)


class Anchor(msgspec.Struct, frozen=True):
    """The chains that moved since the anchor before, as (pseudonym, n, code)."""

    at: dt.datetime
    chains: tuple[tuple[UUID, int, str], ...]


class Trace(enum.StrEnum):
    """What was done to the visits."""

    TAIL_CUT = "tail_cut"
    CHAIN_GONE = "chain_gone"
    REWRITTEN = "rewritten"
    ANCHOR_ALTERED = "anchor_altered"
    ANCHOR_LATE = "anchor_late"


class Finding(NamedTuple):
    """One trace of a change. `place` is the visit's number in its chain, or the line of the anchor file."""

    trace: Trace
    chain: UUID | None = None
    place: int = 0


def anchor_file() -> Path:
    """Where the anchors are."""
    return outside_folder() / "visits.anchors"


def write_anchor(now: dt.datetime) -> list[Finding]:
    """Anchor every sound chain that moved. An altered one keeps its old anchor, so that its finding stays."""
    findings = find_changes()
    altered = {finding.chain for finding in findings}
    known = _latest(_anchors())
    moved = [(chain, head.n, head.mac.hex()) for chain, head in heads() if known.get(chain) != head]
    _lines().add(Anchor(at=now, chains=tuple(entry for entry in moved if entry[0] not in altered)))
    return findings


def write_anchor_if_due(now: dt.datetime) -> list[Finding]:
    """For a job that runs more often than once a day."""
    last = _last_at()
    return write_anchor(now) if last is None or now - last >= _ANCHOR_EVERY else []


def verify_visits(now: dt.datetime) -> list[Finding]:
    """Everything that does not fit: between visits, anchors and records; and an anchor that is late."""
    return [*find_changes(), *_late(now)]


def find_changes() -> list[Finding]:
    """Walk every chain, and look for each anchored visit and each record's own head."""
    points = list(_points())  # read before the chains: a visit that is written meanwhile is only more
    walked = {chain: verify(_visit_keys(), chain) for chain in pseudonyms()}
    broken = [
        Finding(Trace.REWRITTEN, chain, found.broken_at)
        for chain, found in walked.items()
        if found.broken_at is not None
    ]
    ends = {chain: found.head.n for chain, found in walked.items()}
    missing = [finding for chain, head in points for finding in _missing(chain, head, ends)]
    return [*_altered_anchors(), *broken, *dict.fromkeys(missing)]


def _points() -> Iterator[tuple[UUID, Head]]:
    """Every (chain, head) that was true once: by the records' rows, and by all anchors."""
    keys = _visit_keys()
    for record_id, n, mac in StoredRecord.objects.values_list("id", "visits_count", "visits_head"):
        if n:
            yield keys.pseudonym(record_id), Head(n, bytes(mac))
    for anchor in _anchors():
        for chain, n, code in anchor.chains:
            yield chain, Head(n, bytes.fromhex(code))


def _missing(chain: UUID, head: Head, ends: dict[UUID, int]) -> Iterator[Finding]:
    found = StoredVisit.objects.filter(pseudonym=chain, n=head.n).values_list("mac", flat=True).first()
    if chain not in ends:
        yield Finding(Trace.CHAIN_GONE, chain, 1)
    elif found is None:
        yield Finding(Trace.TAIL_CUT, chain, ends[chain] + 1)
    elif bytes(found) != head.mac:
        yield Finding(Trace.REWRITTEN, chain, head.n)


def _altered_anchors() -> list[Finding]:
    return [Finding(Trace.ANCHOR_ALTERED, None, line.number) for line in _lines().read() if not line.is_sound]


def _late(now: dt.datetime) -> list[Finding]:
    last = _last_at()
    has_visits = StoredVisit.objects.exists()
    is_late = has_visits and (last is None or now - last > LATEST_AFTER)
    return [Finding(Trace.ANCHOR_LATE)] if is_late else []


def _last_at() -> dt.datetime | None:
    return max((anchor.at for anchor in _anchors()), default=None)


def _latest(anchors: Iterable[Anchor]) -> dict[UUID, Head]:
    return {chain: Head(n, bytes.fromhex(code)) for anchor in anchors for chain, n, code in anchor.chains}


def _anchors() -> list[Anchor]:
    return [msgspec.json.decode(line.text, type=Anchor) for line in _lines().read() if line.is_sound]


def _lines() -> BoundLines:
    return BoundLines(anchor_file(), derive(house_key("visits"), b"vado anchors"))


def _visit_keys() -> VisitKeys:
    return VisitKeys.of(house_key("visits"))
