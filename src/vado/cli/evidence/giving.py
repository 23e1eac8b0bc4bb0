"""Results as JSON for another program: what is not a number is null, so that every reader can read it."""

import json
import math

from vado.cli.ground import say


def give(values: object) -> None:
    """Print it as one line of JSON."""
    say(json.dumps(_finite(values), default=str, allow_nan=False))


def _finite(values: object) -> object:
    """The same without infinities and NaN.

    >>> _finite({"a": [1.0, float("nan")]})
    {'a': [1.0, None]}
    """
    if isinstance(values, dict):
        return {str(name): _finite(value) for name, value in values.items()}
    if isinstance(values, list | tuple):
        return [_finite(value) for value in values]
    return None if isinstance(values, float) and not math.isfinite(values) else values
