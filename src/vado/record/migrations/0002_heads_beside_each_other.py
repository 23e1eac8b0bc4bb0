"""A head says that another one stands beside it, so that a reader of one month knows of a head in another."""

from typing import Any

from django.db import migrations, models

MARK = """
UPDATE record_version SET is_one_of_several = %s
WHERE NOT is_followed AND EXISTS (
    SELECT 1 FROM record_version AS other
    WHERE other.record_id = record_version.record_id AND other.leaf_id = record_version.leaf_id
    AND other.id <> record_version.id AND NOT other.is_followed
)
"""


def mark_heads(apps: Any, editor: Any) -> None:
    """Those that stand beside each other already."""
    editor.execute(MARK, [True])


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]

    operations = [
        migrations.AddField("version", "is_one_of_several", models.BooleanField(default=False)),
        migrations.RunPython(mark_heads, migrations.RunPython.noop),
    ]
