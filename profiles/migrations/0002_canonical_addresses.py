"""Every stored address in its one spelling (mentoring.lib.addresses), so that it is found by it."""

from django.conf import settings
from django.db import migrations

from mentoring.lib.addresses import canonical_address


def respell(apps, schema_editor):
    """Leave an address as it is where the spelling is taken: a person has to decide whose the mailbox is."""
    addresses = apps.get_model("account", "EmailAddress").objects
    _respell_all(addresses, taken=lambda row, email: addresses.filter(email=email).exclude(pk=row.pk))
    members = apps.get_model("profiles", "Member").objects
    _respell_all(members, taken=lambda row, email: members.filter(email=email).exclude(pk=row.pk))


def _respell_all(rows, *, taken):
    for row in rows.only("email").iterator():
        email = canonical_address(row.email)
        if email != row.email and not taken(row, email).exists():
            rows.filter(pk=row.pk).update(email=email)


class Migration(migrations.Migration):
    dependencies = [
        ("profiles", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [migrations.RunPython(respell, migrations.RunPython.noop)]
