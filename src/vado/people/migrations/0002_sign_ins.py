from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AddField("account", "wishes", models.BinaryField(default=b"")),
        migrations.AddField("membership", "is_ended", models.BooleanField(default=False)),
        migrations.AddField("loginsession", "owner", models.CharField(db_index=True, default="", max_length=64)),
    ]
