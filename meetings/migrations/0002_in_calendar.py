from django.db import migrations, models


def of_before(apps, schema_editor):
    """A message about these was written already."""
    apps.get_model("meetings", "Attendee").objects.filter(sequence__gte=0).update(in_calendar=True)


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="attendee",
            name="in_calendar",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(of_before, migrations.RunPython.noop),
    ]
