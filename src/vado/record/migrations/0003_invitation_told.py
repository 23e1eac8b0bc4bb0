from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0002_heads_beside_each_other")]

    operations = [migrations.AddField("storedinvitation", "told", models.BinaryField(default=b""))]
