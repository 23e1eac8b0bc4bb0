"""One fact of every kind in which somebody looks at what use is for."""

import datetime as dt

from vado.meanings import facts
from vado.record.facts import Fact
from vado.record.lived_day import Lived

_WHEN = Lived(on=dt.date(2026, 11, 20), at=dt.time(22, 30), zone="America/Santiago", utc_offset_minutes=-180)

MEANINGS: tuple[Fact, ...] = (
    facts.Unwrapping(
        when=_WHEN,
        about="piscola",
        entry="0" * 32,
        ended=facts.Ended.USED_LESS,
        words={"event": "the phone rang", "voice": "you may", "whose": "mine"},
        height=7,
        first_sign_at=dt.time(21, 50),
        acted_at=dt.time(22, 30),
        meanings=("inner_critic", "to rest"),
        waits=True,
    ),
)
