import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import django_countries.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='VocabularyVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='email address')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('pronouns', models.CharField(blank=True, max_length=40, verbose_name='pronouns')),
                ('job_title', models.CharField(blank=True, max_length=120, verbose_name='job title')),
                ('employer', models.CharField(blank=True, max_length=120, verbose_name='employer')),
                ('library_type', models.CharField(blank=True, max_length=60, verbose_name='kind of library')),
                ('library_size', models.CharField(blank=True, max_length=60, verbose_name='size of library')),
                ('career_stage', models.CharField(blank=True, max_length=60, verbose_name='career stage')),
                ('city', models.CharField(blank=True, max_length=80, verbose_name='town or city')),
                ('region', models.CharField(blank=True, max_length=80, verbose_name='region')),
                ('country', django_countries.fields.CountryField(blank=True, max_length=2, verbose_name='country')),
                ('time_zone', models.CharField(default='UTC', max_length=64, verbose_name='time zone')),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='languages')),
                ('seeking', models.JSONField(blank=True, default=list, verbose_name='what they are looking for')),
                ('language', models.CharField(choices=[('en', 'English'), ('es', 'Spanish'), ('fr', 'French')], default='en', max_length=8, verbose_name='language of pages and mails')),
                ('months_away', models.JSONField(blank=True, default=list, verbose_name='months away')),
                ('hours_per_month', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='hours a month')),
                ('work_days', models.JSONField(blank=True, default=list, verbose_name='working days')),
                ('work_from', models.TimeField(blank=True, null=True, verbose_name='working hours, from')),
                ('work_to', models.TimeField(blank=True, null=True, verbose_name='working hours, to')),
                ('contact', models.CharField(blank=True, max_length=200, verbose_name='how their mentor or mentee can reach them')),
                ('photo', models.CharField(blank=True, editable=False, max_length=80)),
                ('photo_alt', models.CharField(blank=True, max_length=160, verbose_name='description of the photo')),
                ('adult_at', models.DateTimeField(editable=False, null=True, verbose_name='has said they are 18 or over')),
                ('leaving_at', models.DateTimeField(editable=False, null=True, verbose_name='account closes')),
                ('left_at', models.DateTimeField(editable=False, null=True, verbose_name='account closed')),
                ('not_now_at', models.DateTimeField(editable=False, null=True, verbose_name='said “not now” to mentoring')),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='joined')),
                ('is_active', models.BooleanField(default=True, verbose_name='can sign in')),
                ('is_staff', models.BooleanField(default=False, verbose_name='coordinator')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'member',
                'verbose_name_plural': 'members',
            },
        ),
        migrations.CreateModel(
            name='AccessLogEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('member', 'your account page on the staff site'), ('mentor', 'your mentor profile on the staff site'), ('case', 'a case you opened'), ('wish', 'a post you shared with the coordinators'), ('about', 'a report that names you')], max_length=10)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='MentorProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('draft', 'draft'), ('published', 'published'), ('paused', 'paused')], default='draft', max_length=10, verbose_name='state')),
                ('areas', models.JSONField(blank=True, default=list, verbose_name='areas of practice')),
                ('bio', models.TextField(blank=True, verbose_name='about me')),
                ('ask_me_about', models.CharField(blank=True, max_length=100, verbose_name='ask me about')),
                ('roles', models.JSONField(blank=True, default=list, verbose_name='roles')),
                ('styles', models.JSONField(blank=True, default=list, verbose_name='kinds of mentoring')),
                ('formats', models.JSONField(blank=True, default=list, verbose_name='ways to talk')),
                ('helps_with', models.JSONField(blank=True, default=list, verbose_name='helps with')),
                ('windows', models.JSONField(blank=True, default=list, verbose_name='times that suit')),
                ('qualifications', models.JSONField(blank=True, default=list, verbose_name='qualifications')),
                ('years_in_libraries', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(80)], verbose_name='years in libraries')),
                ('note', models.CharField(blank=True, max_length=120, verbose_name='note about times')),
                ('capacity', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(20)], verbose_name='mentees at a time')),
                ('active', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('taking_requests', models.BooleanField(default=True, verbose_name='taking new requests')),
                ('answer_days', models.FloatField(editable=False, null=True)),
                ('answers', models.PositiveIntegerField(default=0, editable=False)),
                ('published_at', models.DateTimeField(editable=False, null=True, verbose_name='published')),
                ('hidden_at', models.DateTimeField(editable=False, null=True, verbose_name='hidden by the coordinators')),
                ('hidden_reason', models.CharField(blank=True, editable=False, max_length=500, verbose_name='reason')),
                ('member', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='mentor_profile', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'mentor profile',
                'verbose_name_plural': 'mentor profiles',
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('area', 'area of practice'), ('group', 'group of areas'), ('library_type', 'kind of library'), ('library_size', 'size of library'), ('career_stage', 'career stage'), ('qualification', 'qualification'), ('helps_with', 'what mentees seek and mentors help with'), ('role', 'mentor role'), ('style', 'kind of mentoring'), ('format', 'way to talk'), ('language', 'language'), ('window', 'time that suits'), ('decline_reason', 'reason for declining')], max_length=20, verbose_name='vocabulary')),
                ('slug', models.CharField(max_length=60, verbose_name='short name')),
                ('label', models.CharField(max_length=120, verbose_name='label')),
                ('description', models.CharField(blank=True, max_length=300, verbose_name='description')),
                ('synonyms', models.TextField(blank=True, verbose_name='also found by (one per line)')),
                ('group', models.CharField(blank=True, max_length=60, verbose_name='group')),
                ('related', models.JSONField(blank=True, default=list, verbose_name='related areas')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('retired', models.BooleanField(default=False, help_text='No longer offered, but still shown wherever it is in use.', verbose_name='retired')),
            ],
            options={
                'verbose_name': 'word',
                'verbose_name_plural': 'vocabularies',
                'ordering': ['kind', 'position', 'slug'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'slug'), name='term_once')],
            },
        ),
        migrations.CreateModel(
            name='TermLabel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('label', models.CharField(blank=True, max_length=120, verbose_name='label')),
                ('synonyms', models.TextField(blank=True, verbose_name='also found by (one per line)')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='labels', to='profiles.term')),
            ],
            options={
                'verbose_name': 'label',
                'verbose_name_plural': 'Languages',
                'ordering': ['language'],
            },
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='member_email_once'),
        ),
        migrations.AddIndex(
            model_name='accesslogentry',
            index=models.Index(fields=['member', '-at'], name='look_at_member'),
        ),
        migrations.AddConstraint(
            model_name='mentorprofile',
            constraint=models.CheckConstraint(condition=models.Q(('active__lte', models.F('capacity'))), name='mentor_within_capacity'),
        ),
        migrations.AddConstraint(
            model_name='termlabel',
            constraint=models.UniqueConstraint(fields=('term', 'language'), name='term_label_once'),
        ),
    ]
