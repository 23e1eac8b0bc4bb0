"""Keeping what a form made: sent twice it is kept once, two edits at once are both kept, an erased leaf is told."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from vado.plans.facts import PlanSettings
from vado.plans.forms_kept import KeptForm
from vado.plans.reading import plan_settings_leaf
from vado.record import ChangedUnderItsId, Fact, Leaf, LeafGone, Record, last_written, one_head_each


def keep(record: Record, form: KeptForm, fact: Fact, leaf_id: UUID | None = None) -> Leaf[Any]:
    """A new leaf, or an edit of one that follows the versions that were seen.

    The leaf bears the id of its first version: sent twice, it is found by it. Raises what `Record.put` raises.
    """
    version_id = form.cleaned_data["version_id"]
    if leaf_id is None:
        return record.put(fact, leaf_id=version_id, version_id=version_id)
    return record.put(fact, leaf_id=leaf_id, follows=form.followed(), version_id=version_id)


Kept = Leaf[Any] | KeptForm


def kept_or_anew(record: Record, form: KeptForm, fact: Fact, leaf_id: UUID | None = None) -> Kept:
    """The leaf; or the form again, its words in it, where the page was sent before with others or the leaf is gone."""
    try:
        return keep(record, form, fact, leaf_id)
    except ChangedUnderItsId as known:
        kept: Leaf[Any] = record.leaf(known.leaf_id)
        return kept if kept.fact == fact else form.offered_anew()
    except LeafGone:
        return form.offered_anew()


def change_settings(record: Record, change: Callable[[PlanSettings], PlanSettings]) -> None:
    """Turns something on or off; what stays as it was leaves no new version."""
    leaf = plan_settings_leaf(record)
    before = leaf.fact if leaf else PlanSettings()
    now = change(before)
    if leaf is None and now != before:
        record.put(now)
    elif leaf is not None and now != before:
        follows = tuple(head.version for head in record.heads(leaf.id))
        record.put(now, leaf_id=leaf.id, follows=follows)


def newest(record: Record, kind: type[Fact], wanted: Callable[[Any], bool]) -> Leaf[Any] | None:
    """The leaf of that kind that is wanted, the last written of several."""
    found = [leaf for leaf in one_head_each(record.leaves(kind)) if wanted(leaf.fact)]
    return last_written(found)
