import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0003_invitation_told")]

    operations = [
        migrations.CreateModel(
            name="StoredLetterBox",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("lookup", models.BinaryField(max_length=32, unique=True)),
                ("slot", models.BinaryField()),
                ("generation", models.IntegerField()),
                ("opener", models.BinaryField()),
                ("letter", models.BinaryField(default=b"")),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letter_boxes",
                        to="record.storedrecord",
                    ),
                ),
            ],
            options={"db_table": "record_letter_box"},
        ),
    ]
