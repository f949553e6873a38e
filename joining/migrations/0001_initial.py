

import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ColumnMapping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('headings', models.CharField(max_length=32, unique=True)),
                ('columns', models.JSONField()),
                ('accepted_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name='RosterImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('read', 'waiting to be checked'), ('checked', 'checked, waiting for your decision'), ('confirmed', 'being added to the list'), ('done', 'done'), ('discarded', 'discarded')], db_index=True, default='read', max_length=10, verbose_name='state')),
                ('file_name', models.CharField(max_length=120, verbose_name='file')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='uploaded')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='rows')),
                ('done', models.PositiveIntegerField(default=0, editable=False)),
                ('counts', models.JSONField(default=dict, editable=False)),
                ('examples', models.JSONField(default=list, editable=False)),
                ('columns', models.JSONField(default=dict, editable=False)),
                ('claimed_at', models.DateTimeField(editable=False, null=True)),
                ('decided_at', models.DateTimeField(editable=False, null=True, verbose_name='decided')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uploaded by')),
            ],
            options={
                'verbose_name': 'import of members',
                'verbose_name_plural': 'imports of members',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='ImportTrouble',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('row', 'a row that cannot be used'), ('clash', 'one address, two people'), ('state', 'a membership status we don’t know')], max_length=10)),
                ('number', models.PositiveIntegerField(verbose_name='row')),
                ('text', models.CharField(max_length=400)),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='troubles', to='joining.rosterimport')),
            ],
            options={
                'ordering': ['number', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='StateMeaning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=60, unique=True, verbose_name='in the file')),
                ('meaning', models.CharField(choices=[('current', 'current'), ('lapsed', 'ended')], max_length=10, verbose_name='means')),
                ('decided_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'word for a membership',
                'verbose_name_plural': 'words for memberships',
            },
        ),
        migrations.CreateModel(
            name='RosterEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('external_id', models.CharField(blank=True, max_length=64, verbose_name='membership number')),
                ('former_ids', models.JSONField(blank=True, default=list, verbose_name='former membership numbers')),
                ('email', models.CharField(max_length=254, unique=True, verbose_name='email address')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('preferred_name', models.CharField(blank=True, max_length=60, verbose_name='what to call them')),
                ('job_title', models.CharField(blank=True, max_length=120, verbose_name='job title')),
                ('employer', models.CharField(blank=True, max_length=120, verbose_name='employer')),
                ('city', models.CharField(blank=True, max_length=80, verbose_name='town or city')),
                ('region', models.CharField(blank=True, max_length=80, verbose_name='region')),
                ('country', models.CharField(blank=True, max_length=2, verbose_name='country')),
                ('language', models.CharField(blank=True, max_length=20, verbose_name='language')),
                ('state', models.CharField(choices=[('current', 'current'), ('lapsed', 'ended')], max_length=10, verbose_name='membership')),
                ('paid_through', models.DateField(blank=True, null=True, verbose_name='paid until')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                ('paused_profile', models.BooleanField(default=False, editable=False)),
                ('missing_since', models.DateTimeField(editable=False, null=True, verbose_name='not in the file since')),
                ('member', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='roster_entry', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'person on the association’s list',
                'verbose_name_plural': 'people on the association’s list',
                'constraints': [models.UniqueConstraint(condition=models.Q(('external_id', ''), _negated=True), fields=('external_id',), name='roster_number_once'), models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='roster_address_in_small_letters')],
            },
        ),
        migrations.CreateModel(
            name='StagedRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('external_id', models.CharField(blank=True, max_length=64)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('data', models.JSONField()),
                ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='joining.rosterimport')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('of', 'number'), name='staged_row_once')],
            },
        ),
    ]
