"""What was once written is read for ever: one byte file for each kind and shape."""

from pathlib import Path

import pytest

from tests.frozen.examples import EXAMPLES
from tests.frozen.freeze import FROZEN
from vado.record.encoding import decode_fact
from vado.record.facts import Fact, registered_facts

NO_LEAF = bytes(16)


@pytest.mark.parametrize("fact", EXAMPLES, ids=lambda fact: fact.kind)
def test_todays_shape_is_read_from_its_frozen_bytes(fact: Fact) -> None:
    assert decode_fact(NO_LEAF, (FROZEN / f"{fact.kind}-{fact.shape}.bin").read_bytes()) == fact


def test_every_kind_and_every_shape_it_ever_had_is_frozen() -> None:
    kinds = [kind for kind in registered_facts().values() if ".tests." not in kind.__module__]
    expected = {f"{kind.kind}-{shape}.bin" for kind in kinds for shape in range(1, kind.shape + 1)}
    assert expected == {path.name for path in FROZEN.glob("*.bin")}


@pytest.mark.parametrize("path", sorted(FROZEN.glob("*.bin")), ids=lambda path: path.stem)
def test_every_frozen_file_is_still_read(path: Path) -> None:
    assert isinstance(decode_fact(NO_LEAF, path.read_bytes()), Fact)
