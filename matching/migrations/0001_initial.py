import django.db.models.deletion
import django.utils.timezone
import mentoring.lib.vault.fields
import mentoring.lib.vault.rows
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('mentorships', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MentorRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('focus', models.CharField(max_length=60, verbose_name='focus')),
                ('style', models.CharField(blank=True, max_length=60, verbose_name='kind of mentoring')),
                ('line_manager', models.BooleanField(null=True, verbose_name='whether the mentor is the mentee’s manager')),
                ('message', mentoring.lib.vault.fields.PrivateText(blank=True, null=True)),
                ('hopes', mentoring.lib.vault.fields.PrivateText(blank=True, null=True)),
                ('status', models.CharField(choices=[('draft', 'not sent yet'), ('open', 'waiting for an answer'), ('accepted', 'accepted'), ('declined', 'declined'), ('withdrawn', 'withdrawn'), ('expired', 'not answered')], default='draft', max_length=10, verbose_name='status')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sent_at', models.DateTimeField(null=True)),
                ('remind_first_at', models.DateTimeField(null=True)),
                ('remind_again_at', models.DateTimeField(null=True)),
                ('expires_at', models.DateTimeField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('decline_reason', models.CharField(blank=True, max_length=60, verbose_name='reason for declining')),
                ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mentorship', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='mentorships.mentorship')),
            ],
            bases=(mentoring.lib.vault.rows.KeyHolder, models.Model),
        ),
        migrations.CreateModel(
            name='RequestMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('text', mentoring.lib.vault.fields.PrivateText(blank=True, null=True)),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='talk', to='matching.mentorrequest')),
            ],
            options={
                'ordering': ['written_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Watch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('what', models.CharField(max_length=500, verbose_name='I’m looking for a mentor who …')),
                ('focus', models.CharField(blank=True, max_length=60, verbose_name='What is it about?')),
                ('status', models.CharField(choices=[('open', 'shown to mentors'), ('assign', 'shared with the coordinators')], default='open', max_length=10)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='written')),
                ('unheard_at', models.DateTimeField(null=True)),
                ('asked_at', models.DateTimeField(null=True, verbose_name='coordinators asked')),
                ('member', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'member’s post',
                'verbose_name_plural': 'members’ posts',
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('told_at', models.DateTimeField(null=True)),
                ('declined_at', models.DateTimeField(null=True)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('wish', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='matching.wish')),
            ],
        ),
        migrations.CreateModel(
            name='MentorOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('declined_at', models.DateTimeField(null=True)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('wish', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='matching.wish')),
            ],
        ),
        migrations.CreateModel(
            name='Bookmark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('kept', 'saved'), ('hidden', 'hidden')], max_length=10, verbose_name='saved or hidden')),
                ('note', mentoring.lib.vault.fields.PrivateText(blank=True, null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('member', 'mentor'), name='bookmark_once')],
            },
        ),
        migrations.AddIndex(
            model_name='mentorrequest',
            index=models.Index(fields=['mentor', 'status'], name='request_received'),
        ),
        migrations.AddConstraint(
            model_name='mentorrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'open')), fields=('mentor', 'mentee'), name='request_open_once'),
        ),
        migrations.AddConstraint(
            model_name='mentorrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('mentor', 'mentee'), name='request_draft_once'),
        ),
        migrations.AddConstraint(
            model_name='mentorrequest',
            constraint=models.CheckConstraint(condition=models.Q(('mentor', models.F('mentee')), _negated=True), name='request_of_two'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.UniqueConstraint(fields=('member', 'mentor'), name='watch_once'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.CheckConstraint(condition=models.Q(('member', models.F('mentor')), _negated=True), name='watch_of_another'),
        ),
        migrations.AddIndex(
            model_name='wish',
            index=models.Index(fields=['-made_at', '-id'], name='wish_newest'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.UniqueConstraint(fields=('wish', 'mentor'), name='suggestion_once'),
        ),
        migrations.AddConstraint(
            model_name='mentoroffer',
            constraint=models.UniqueConstraint(fields=('wish', 'mentor'), name='offer_once'),
        ),
    ]
