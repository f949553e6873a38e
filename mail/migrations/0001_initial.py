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
            name='MailFrequency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('frequency', models.CharField(choices=[('prompt', 'As soon as someone writes or does something; the programme’s own emails come at most once a day'), ('daily', 'At most one email a day, with everything in it'), ('each', 'Each email separately, as it comes')], default='prompt', max_length=10)),
                ('member', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Undeliverable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(editable=False, max_length=254, unique=True, verbose_name='address')),
                ('code', models.CharField(editable=False, max_length=60, verbose_name='code')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='since')),
            ],
            options={
                'verbose_name': 'bouncing address',
                'verbose_name_plural': 'bouncing addresses',
                'constraints': [models.CheckConstraint(condition=models.Q(('address', django.db.models.functions.text.Lower('address'))), name='undeliverable_in_small_letters')],
            },
        ),
        migrations.CreateModel(
            name='DigestSent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('member', 'on'), name='one_mail_a_day')],
            },
        ),
        migrations.CreateModel(
            name='OutgoingMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('occasion', models.CharField(editable=False, max_length=120, unique=True, verbose_name='occasion')),
                ('kind', models.CharField(editable=False, max_length=60)),
                ('address', models.EmailField(editable=False, max_length=254, verbose_name='address')),
                ('subject', models.CharField(editable=False, max_length=255)),
                ('text', models.TextField(editable=False)),
                ('html', models.TextField(editable=False)),
                ('calendar', models.TextField(blank=True, editable=False)),
                ('reply_to', models.CharField(blank=True, editable=False, max_length=254)),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='written')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, null=True, verbose_name='next attempt')),
                ('page', models.CharField(blank=True, editable=False, max_length=300)),
                ('claim', models.UUIDField(db_index=True, editable=False, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='attempts')),
                ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='sent')),
                ('dead_at', models.DateTimeField(editable=False, null=True, verbose_name='failed')),
                ('last_error', models.CharField(blank=True, editable=False, max_length=60, verbose_name='last error')),
                ('inside', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='parts', to='mail.outgoingmail')),
                ('to', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'email',
                'verbose_name_plural': 'emails',
                'indexes': [models.Index(condition=models.Q(('dead_at', None), ('sent_at', None)), fields=['due_at', 'id'], name='mail_due')],
            },
        ),
        migrations.CreateModel(
            name='TopicSubscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topic', models.CharField(max_length=20)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('member', 'topic'), name='one_want_for_a_topic')],
            },
        ),
        migrations.CreateModel(
            name='Unsubscribe',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topic', models.CharField(max_length=20)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('member', 'topic'), name='one_stop_for_a_topic')],
            },
        ),
    ]
