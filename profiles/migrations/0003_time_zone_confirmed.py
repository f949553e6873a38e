"""Whether a time zone was ever named; zones under their names of today."""

from django.db import migrations, models

from mentoring.lib.zones import UNIVERSAL, canonical_zone


def confirm(apps, schema_editor):
    """Whoever has another zone than the default has chosen it."""
    members = apps.get_model("profiles", "Member").objects
    chosen = members.exclude(time_zone=UNIVERSAL)
    chosen.update(time_zone_confirmed=True)
    for zone in chosen.values_list("time_zone", flat=True).distinct():
        members.filter(time_zone=zone).update(time_zone=canonical_zone(zone) or zone)


class Migration(migrations.Migration):
    dependencies = [("profiles", "0002_canonical_addresses")]
    operations = [
        migrations.AddField(
            model_name="member",
            name="time_zone_confirmed",
            field=models.BooleanField(default=False, editable=False, verbose_name='whether the time zone is confirmed'),
        ),
        migrations.RunPython(confirm, migrations.RunPython.noop),
    ]
