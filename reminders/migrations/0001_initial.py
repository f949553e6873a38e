import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('mail', '0001_initial'),
        ('matching', '0001_initial'),
        ('mentorships', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rhythm', models.CharField(choices=[('2-weeks', 'every two weeks'), ('3-weeks', 'every three weeks'), ('month', 'every month'), ('6-weeks', 'every six weeks'), ('2-months', 'every two months'), ('as-needed', 'as needed')], max_length=10)),
                ('quiet_until', models.DateField(null=True)),
                ('mentorship', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='contact', to='mentorships.mentorship')),
            ],
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(choices=[('still_willing', 'yearly check: still a mentor?'), ('still_with_us', 'two unanswered requests')], max_length=20)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reminded', models.PositiveSmallIntegerField(default=0)),
                ('answered_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('answered_at', None), ('closed_at', None)), fields=('to',), name='question_open_once')],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('checkin', 'check-in'), ('first_move', 'who writes first'), ('first_agenda', 'a first meeting'), ('first_choice', 'not met yet: someone else?'), ('request_waits', 'request waiting'), ('request_waits_still', 'request still waiting'), ('nudge', 'unfinished profile'), ('prompt', 'something to talk about')], max_length=20)),
                ('on', models.DateField()),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answered_at', models.DateTimeField(null=True)),
                ('mail', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reminder', to='mail.outgoingmail')),
                ('mentorship', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='mentorships.mentorship')),
                ('request', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='matching.mentorrequest')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('mentorship__isnull', False)), fields=('mentorship', 'to', 'kind', 'on'), name='reminder_of_pair_once'), models.UniqueConstraint(condition=models.Q(('request__isnull', False)), fields=('request', 'to', 'kind', 'on'), name='reminder_of_request_once'), models.UniqueConstraint(condition=models.Q(('mentorship', None), ('request', None)), fields=('to', 'kind', 'on'), name='reminder_of_member_once')],
            },
        ),
    ]
