"""The same numbers on one thread and on two."""

import os
import subprocess
import sys

CODE = """
import hashlib
import numpy as np
from vado.evidence.batch import batch
from vado.evidence.between_people import between_difference_reml
from vado.evidence.pairs import pair
from vado.evidence.synthesis import Person, synthesise
rng = np.random.default_rng(3)
days = [rng.poisson(3, 80).astype(float).tolist() for _one in range(60)]
found = batch([(one[:30], one[30:]) for one in days], improvement="decrease", goal=1.0)
parts = [getattr(found, name).tobytes() for name in found.__dataclass_fields__]
people = [Person(str(at), float(rng.normal()), 0.5) for at in range(60)]
parts.append(repr(synthesise(people, improvement="decrease")).encode())
parts.append(repr(between_difference_reml([pair(d[:30], d[30:], improvement="decrease") for d in days[:5]])).encode())
print(hashlib.sha256(b"".join(parts)).hexdigest())
"""


def _digest(threads: str) -> str:
    limits = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), threads)
    ran = subprocess.run(
        [sys.executable, "-c", CODE], env={**os.environ, **limits}, capture_output=True, text=True, check=True
    )
    return ran.stdout


def test_one_thread_and_two_give_the_same_numbers() -> None:
    assert _digest("1") == _digest("2")
