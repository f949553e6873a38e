import django.db.models.deletion
import django.utils.timezone
import meetings.models.attendee
import mentoring.lib.vault.fields
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
            name='CalendarSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('discreet', models.BooleanField(default=True, verbose_name='hide names and places in calendars and in emails about meetings')),
                ('feed', models.CharField(editable=False, max_length=64, null=True, unique=True)),
                ('member', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('planned', models.CharField(blank=True, max_length=16, verbose_name='planned time')),
                ('status', models.CharField(choices=[('proposed', 'times offered'), ('agreed', 'agreed'), ('held', 'held'), ('missed', 'did not happen'), ('cancelled', 'cancelled'), ('away', 'skipped: one of you is away'), ('off', 'no agreement')], default='proposed', max_length=10, verbose_name='status')),
                ('means', models.CharField(max_length=60, verbose_name='how you meet')),
                ('minutes', models.PositiveSmallIntegerField(default=60, verbose_name='length')),
                ('place', mentoring.lib.vault.fields.PrivateText(blank=True, null=True)),
                ('local_time', models.CharField(blank=True, max_length=16, verbose_name='time')),
                ('zone', models.CharField(blank=True, max_length=64, verbose_name='time zone')),
                ('fold', models.BooleanField(default=False, verbose_name='before or after clocks go back')),
                ('starts_at', models.DateTimeField(null=True)),
                ('ends_at', models.DateTimeField(null=True)),
                ('logged', models.BooleanField(default=False, verbose_name='whether it was recorded afterwards')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mentorship', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='mentorships.mentorship')),
                ('note', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='meeting', to='mentorships.note')),
            ],
            options={
                'verbose_name': 'meeting',
                'ordering': ['starts_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('point', 'agenda'), ('action', 'action')], max_length=10, verbose_name='kind')),
                ('text', mentoring.lib.vault.fields.PrivateText(blank=True, null=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('step', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='mentorships.step')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='meetings.meeting')),
            ],
            options={
                'verbose_name': 'agenda item',
                'ordering': ['written_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MeetingRhythm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('status', models.CharField(choices=[('proposed', 'waiting for an answer'), ('agreed', 'agreed'), ('off', 'no agreement'), ('ended', 'ended')], default='proposed', max_length=10, verbose_name='status')),
                ('rule', models.CharField(max_length=60, verbose_name='how often')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('made_until', models.DateField(null=True)),
                ('at', models.TimeField(verbose_name='time')),
                ('zone', models.CharField(max_length=64, verbose_name='time zone')),
                ('minutes', models.PositiveSmallIntegerField(default=60, verbose_name='length')),
                ('means', models.CharField(max_length=60, verbose_name='how you meet')),
                ('place', mentoring.lib.vault.fields.PrivateText(blank=True, null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('decided_at', models.DateTimeField(null=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mentorship', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rhythms', to='mentorships.mentorship')),
                ('replaces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.meetingrhythm')),
            ],
            options={
                'verbose_name': 'regular meetings',
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='meeting',
            name='rhythm',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='meetings.meetingrhythm'),
        ),
        migrations.CreateModel(
            name='Attendee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('token', models.CharField(default=meetings.models.attendee.new_token, editable=False, max_length=32, unique=True)),
                ('sequence', models.IntegerField(default=-1)),
                ('answer', models.CharField(choices=[('NEEDS-ACTION', 'no reply from the calendar'), ('ACCEPTED', 'accepted in the calendar'), ('TENTATIVE', 'tentative in the calendar'), ('DECLINED', 'declined in the calendar')], default='NEEDS-ACTION', max_length=12)),
                ('answered_at', models.DateTimeField(null=True)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='meetings.meeting')),
                ('rhythm', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='meetings.meetingrhythm')),
            ],
        ),
        migrations.CreateModel(
            name='OccurrenceResponse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(choices=[('NEEDS-ACTION', 'no reply from the calendar'), ('ACCEPTED', 'accepted in the calendar'), ('TENTATIVE', 'tentative in the calendar'), ('DECLINED', 'declined in the calendar')], max_length=12)),
                ('answered_at', models.DateTimeField()),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='meetings.meeting')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exceptions', to='meetings.attendee')),
            ],
        ),
        migrations.CreateModel(
            name='TimesOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('open', 'waiting for an answer'), ('picked', 'one was picked'), ('declined', 'none suited'), ('withdrawn', 'withdrawn'), ('replaced', 'replaced by other times')], default='open', max_length=10)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('decided_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='meetings.meeting')),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('local_time', models.CharField(max_length=16)),
                ('zone', models.CharField(max_length=64)),
                ('fold', models.BooleanField(default=False)),
                ('starts_at', models.DateTimeField()),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='slots', to='meetings.timesoffer')),
            ],
            options={
                'ordering': ['starts_at'],
            },
        ),
        migrations.AddConstraint(
            model_name='meetingrhythm',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'proposed')), fields=('mentorship',), name='rhythm_one_proposed'),
        ),
        migrations.AddConstraint(
            model_name='meetingrhythm',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'agreed')), fields=('mentorship',), name='rhythm_one_agreed'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['mentorship', 'starts_at'], name='meeting_of_pair'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(condition=models.Q(('status', 'agreed')), fields=['starts_at'], name='meeting_ahead'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(condition=models.Q(('rhythm__isnull', False)), fields=('rhythm', 'planned'), name='meeting_of_rhythm_once'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['proposed', 'off']), ('starts_at__isnull', False), _connector='OR'), name='meeting_has_a_time'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.UniqueConstraint(fields=('meeting', 'member'), name='seat_at_meeting_once'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.UniqueConstraint(fields=('rhythm', 'member'), name='seat_at_rhythm_once'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('meeting__isnull', False), ('rhythm', None)), models.Q(('meeting', None), ('rhythm__isnull', False)), _connector='OR'), name='seat_at_one'),
        ),
        migrations.AddConstraint(
            model_name='occurrenceresponse',
            constraint=models.UniqueConstraint(fields=('seat', 'meeting'), name='answer_to_one_once'),
        ),
        migrations.AddConstraint(
            model_name='timesoffer',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'open')), fields=('meeting',), name='offer_open_once'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=models.UniqueConstraint(fields=('offer', 'starts_at'), name='slot_once'),
        ),
    ]
