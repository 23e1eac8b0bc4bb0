"""Facts as bytes: kind and shape in front, then a msgpack map; upcasters bring old shapes up when they are read."""

from functools import cache
from uuid import UUID

import msgspec

from vado.record.errors import NewerShape, UnfitFact
from vado.record.facts import Fact, fact_type_of

LARGEST_FACT_BYTES = 256 * 1024

_encode = msgspec.msgpack.Encoder().encode
_LEAST_HEADER = 3  # the kind's length, and two bytes of shape
_decode_map = msgspec.msgpack.Decoder(dict[str, object]).decode


def encode_fact(fact: Fact) -> bytes:
    """The bytes of a fact, the same for equal facts; raises `UnfitFact` when it breaks its type or is too large."""
    payload = _encode(fact)
    if len(payload) > LARGEST_FACT_BYTES:
        raise UnfitFact
    try:
        typed = _decoder(type(fact)).decode(payload)  # a struct's constructor checks nothing
    except msgspec.ValidationError as problem:
        raise UnfitFact from problem
    # Written as its type says: 2 given for a float is 2.0, as it will be when it is read and sent again.
    return _header(fact.kind, fact.shape) + _encode(typed)


def header_of(plain: bytes) -> tuple[str, int]:
    """Kind and shape of the fact in these bytes."""
    return _parsed(plain[: _LEAST_HEADER + plain[0]])


def decode_fact(leaf_id: bytes, plain: bytes) -> Fact:
    """The fact in these bytes; raises `NewerShape` for a kind or a shape that this code does not know."""
    start = _LEAST_HEADER + plain[0]
    kind, shape = _parsed(plain[:start])
    fact_type = fact_type_of(kind)
    if fact_type is None or shape > fact_type.shape:
        raise NewerShape(UUID(bytes=leaf_id), kind, shape)
    if shape == fact_type.shape:
        return _decoder(fact_type).decode(plain[start:])
    return _brought_up(fact_type, shape, plain[start:])


def _brought_up(fact_type: type[Fact], shape: int, payload: bytes) -> Fact:
    plain_map = _decode_map(payload)
    for step in range(shape, fact_type.shape):
        plain_map = fact_type.upcasters[step](plain_map)
    return msgspec.convert(plain_map, fact_type)


@cache
def _decoder(fact_type: type[Fact]) -> msgspec.msgpack.Decoder[Fact]:
    return msgspec.msgpack.Decoder(fact_type)


@cache
def _header(kind: str, shape: int) -> bytes:
    named = kind.encode()
    return bytes([len(named)]) + named + shape.to_bytes(2)


@cache
def _parsed(header: bytes) -> tuple[str, int]:
    return header[1:-2].decode(), int.from_bytes(header[-2:])
