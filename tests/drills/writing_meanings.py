"""Somebody looks at what use is for, with a word of their own in every field."""

import re
import uuid

from tests.drills.people_who_write import Person
from vado.meanings.rules_moments import BESIDE, MOMENTS

UNWRAPPED = {"unwrapping.about", "moment.purpose.own_meaning"} | {
    f"moment.{moment}.{field}" for moment in MOMENTS for field in ("words", *(("beside",) if moment in BESIDE else ()))
}


def look_closer(person: Person) -> None:
    """An unwrapping with all its twelve moments."""
    begun = {"version_id": str(uuid.uuid4()), "when": "earlier", **person.words("unwrapping.about")}
    where = person.post("/me/closer/begin/", begun)["Location"].removesuffix("begin/")
    for name in sorted(name for name in UNWRAPPED if name.endswith(".words")):
        moment = name.split(".")[1]
        shown = person.client.get(f"{where}{moment}/").content.decode()
        sent = dict(re.findall(r'name="(version_id|follows)" value="([^"]+)"', shown))
        asked = [one for one in UNWRAPPED if one.startswith(f"moment.{moment}.")]
        person.post(f"{where}{moment}/", {**sent, **person.words(*asked)})
    for page in (where, "/me/closer/together/", "/me/meanings/"):
        assert person.client.get(page).status_code == 200, page
