from django.db import migrations


def fill(apps, schema_editor):
    from profiles import vocabulary
    from profiles.search.engines import ENGINES

    vocabulary.load(apps.get_model("profiles", "Term"))
    apps.get_model("profiles", "Directory").objects.get_or_create(pk=1)
    ENGINES[schema_editor.connection.vendor](schema_editor.connection).create()


class Migration(migrations.Migration):
    dependencies = [("profiles", "0001_initial")]
    operations = [migrations.RunPython(fill, elidable=False)]
