import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

SQLITE = """
CREATE TRIGGER privacy_disclosure_no_{verb} BEFORE {verb} ON privacy_disclosure
BEGIN SELECT RAISE(ABORT, 'The record of disclosures is never changed.'); END
"""
POSTGRES = """
CREATE FUNCTION privacy_disclosure_stays() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'The record of disclosures is never changed.'; END$$;
CREATE TRIGGER privacy_disclosure_stays BEFORE UPDATE OR DELETE
ON privacy_disclosure FOR EACH ROW EXECUTE FUNCTION privacy_disclosure_stays();
"""


def refuse_changes(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRES)
    else:
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(SQLITE.format(verb=verb))



class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Disclosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('officer', models.CharField(max_length=254)),
                ('second_officer', models.CharField(max_length=254)),
                ('reference', models.CharField(max_length=200)),
                ('scope', models.JSONField()),
                ('output_sha256', models.CharField(max_length=64)),
                ('notice_barred_until', models.DateField(null=True)),
                ('before', models.CharField(max_length=64)),
                ('digest', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='AccountClosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due_at', models.DateTimeField()),
                ('leave_words', models.BooleanField(default=False)),
                ('done_at', models.DateTimeField(null=True)),
                ('member', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='DisclosureNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=200)),
                ('disclosed_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('told_at', models.DateTimeField(null=True)),
                ('disclosure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='privacy.disclosure')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.RunPython(refuse_changes, migrations.RunPython.noop, elidable=False),
    ]
