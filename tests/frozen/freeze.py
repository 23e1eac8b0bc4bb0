"""Writes one byte file for each kind and shape that has none yet. A file that is there is never written anew."""

from pathlib import Path

from tests.frozen.examples import EXAMPLES
from vado.record.encoding import encode_fact

FROZEN = Path(__file__).parent


def freeze() -> list[Path]:
    """Write the files that are missing; which they were."""
    FROZEN.mkdir(exist_ok=True)
    missing = [(path, fact) for fact in EXAMPLES if not (path := FROZEN / f"{fact.kind}-{fact.shape}.bin").exists()]
    for path, fact in missing:
        path.write_bytes(encode_fact(fact))
    return [path for path, _fact in missing]


if __name__ == "__main__":
    freeze()
