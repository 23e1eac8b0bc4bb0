"""Facts as bytes: kind and shape in front, then a msgpack map; upcasters bring old shapes up when they are read."""

from functools import cache
from uuid import UUID

import msgspec

from vado.record.errors import NewerShape, UnfitFact
from vado.record.facts import Fact, fact_type_of

LARGEST_FACT_BYTES = 256 * 1024

_encode = msgspec.msgpack.Encoder().encode
_decode_map = msgspec.msgpack.Decoder(dict[str, object]).decode


def encode_fact(fact: Fact) -> bytes:
    """The bytes of a fact; raises `UnfitFact` when it breaks its own type or is too large."""
    payload = _encode(fact)
    if len(payload) > LARGEST_FACT_BYTES:
        raise UnfitFact
    try:
        _decoder(type(fact)).decode(payload)  # a struct's constructor checks nothing
    except msgspec.ValidationError as problem:
        raise UnfitFact from problem
    kind = fact.kind.encode()
    return bytes([len(kind)]) + kind + fact.shape.to_bytes(2) + payload


def header_of(plain: bytes) -> tuple[str, int, int]:
    """Kind, shape, and where the map begins."""
    end = 1 + plain[0]
    return plain[1:end].decode(), int.from_bytes(plain[end : end + 2]), end + 2


def decode_fact(leaf_id: bytes, plain: bytes) -> Fact:
    """The fact in these bytes; raises `NewerShape` for a kind or a shape that this code does not know."""
    kind, shape, start = header_of(plain)
    fact_type = fact_type_of(kind)
    if fact_type is None or shape > fact_type.shape:
        raise NewerShape(UUID(bytes=leaf_id), kind, shape)
    if shape == fact_type.shape:
        return _decoder(fact_type).decode(memoryview(plain)[start:])
    return _brought_up(fact_type, shape, plain[start:])


def _brought_up(fact_type: type[Fact], shape: int, payload: bytes) -> Fact:
    plain_map = _decode_map(payload)
    for step in range(shape, fact_type.shape):
        plain_map = fact_type.upcasters[step](plain_map)
    return msgspec.convert(plain_map, fact_type)


@cache
def _decoder(fact_type: type[Fact]) -> msgspec.msgpack.Decoder[Fact]:
    return msgspec.msgpack.Decoder(fact_type)
