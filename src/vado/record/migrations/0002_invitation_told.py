from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]

    operations = [migrations.AddField("storedinvitation", "told", models.BinaryField(default=b""))]
