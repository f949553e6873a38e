"""The first steps, which members of before are spared; and what a member has accepted, in which version."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F


def spare_members(apps, schema_editor):
    """Whoever is a member already knows their way. Of what they accepted nothing was written down: they are asked."""
    apps.get_model("profiles", "Member").objects.update(started_at=F("joined_at"))


class Migration(migrations.Migration):

    dependencies = [
        ('profiles', '0011_staff_by_group'),
    ]

    operations = [
        migrations.AddField(
            model_name='member',
            name='seeking_areas',
            field=models.JSONField(blank=True, default=list, verbose_name='areas they want to know more about'),
        ),
        migrations.AddField(
            model_name='member',
            name='started_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='went through the first steps'),
        ),
        migrations.AddField(
            model_name='member',
            name='windows',
            field=models.JSONField(blank=True, default=list, verbose_name='times that suit'),
        ),
        migrations.RunPython(spare_members, migrations.RunPython.noop),
        migrations.CreateModel(
            name='PolicyAcceptance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('policy', models.CharField(max_length=20)),
                ('language', models.CharField(max_length=8)),
                ('version', models.PositiveBigIntegerField()),
                ('accepted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('member', 'policy', 'language', 'version'), name='policy_accepted_once')],
            },
        ),
    ]
