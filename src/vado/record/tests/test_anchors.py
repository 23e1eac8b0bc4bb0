import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from vado.record import triggers
from vado.record.anchors import Finding, Trace, anchor_file, verify_visits, write_anchor, write_anchor_if_due
from vado.record.house_keys import house_key
from vado.record.models import StoredVisit
from vado.record.record_rows import insert_visits
from vado.record.visits import Act, Head, Visit, VisitKeys, next_visit

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VADO_OUTSIDE_FOLDER", str(tmp_path))


def grow(chain: UUID, length: int, head: Head | None = None) -> Head:
    keys, head = VisitKeys.of(house_key("visits")), head or Head()
    for _visit in range(length):
        visit = Visit(actor=uuid4(), act=Act.OPENED, purpose="care", at=NOON)
        row = next_visit(keys, chain, head, visit)
        insert_visits([row])
        head = Head(row.n, bytes(row.mac))
    return head


def a_chain(length: int) -> UUID:
    chain = VisitKeys.of(house_key("visits")).pseudonym(uuid4())
    grow(chain, length)
    return chain


def cut_tail(chain: UUID) -> None:
    StoredVisit.objects.filter(pseudonym=chain, n__gt=3).delete()


def cut_and_grow_anew(chain: UUID) -> None:
    """What somebody with the keys could do: every code fits, and the chain is even longer."""
    StoredVisit.objects.filter(pseudonym=chain, n__gt=3).delete()
    last = StoredVisit.objects.get(pseudonym=chain, n=3)
    grow(chain, 4, Head(3, bytes(last.mac)))


def take_whole_chain(chain: UUID) -> None:
    StoredVisit.objects.filter(pseudonym=chain).delete()


def rewrite_all(chain: UUID) -> None:
    take_whole_chain(chain)
    grow(chain, 5)


def test_untouched_visits_give_no_finding() -> None:
    chain = a_chain(5)
    assert write_anchor(NOON) == []
    a_chain(2)
    assert write_anchor(NOON + DAY) == []
    assert verify_visits(NOON + DAY) == []
    assert StoredVisit.objects.filter(pseudonym=chain).count() == 5


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (cut_tail, (Trace.TAIL_CUT, 4)),
        (cut_and_grow_anew, (Trace.REWRITTEN, 5)),
        (take_whole_chain, (Trace.CHAIN_GONE, 1)),
        (rewrite_all, (Trace.REWRITTEN, 5)),
    ],
)
def test_a_change_against_the_last_anchor_is_found(change: Callable[[UUID], None], finding: tuple[Trace, int]) -> None:
    a_chain(2)
    chain = a_chain(5)
    write_anchor(NOON)
    with triggers.lifted():
        change(chain)
    expected = Finding(finding[0], chain, finding[1])
    assert verify_visits(NOON) == [expected]
    assert write_anchor(NOON + DAY) == [expected]
    assert verify_visits(NOON + DAY) == [expected]  # a later anchor does not cover it up


def test_a_changed_anchor_file_is_found() -> None:
    a_chain(1)
    write_anchor(NOON)
    write_anchor(NOON + DAY)
    anchor_file().write_bytes(anchor_file().read_bytes().replace(b"2026-11-03", b"2026-11-02"))
    assert Finding(Trace.ANCHOR_ALTERED, None, 1) in verify_visits(NOON + DAY)


def test_a_missing_or_old_anchor_is_late() -> None:
    assert verify_visits(NOON) == []
    a_chain(1)
    assert verify_visits(NOON) == [Finding(Trace.ANCHOR_LATE)]
    write_anchor(NOON)
    assert verify_visits(NOON + DAY) == []
    assert verify_visits(NOON + 3 * DAY) == [Finding(Trace.ANCHOR_LATE)]


def test_an_anchor_is_written_once_a_day() -> None:
    a_chain(1)
    for hours in (0, 1, 23, 24, 25):
        write_anchor_if_due(NOON + dt.timedelta(hours=hours))
    assert len(anchor_file().read_bytes().splitlines()) == 2
