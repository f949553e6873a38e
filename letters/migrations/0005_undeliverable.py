import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0004_one_mail_a_day'),
    ]

    operations = [
        migrations.CreateModel(
            name='Undeliverable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(editable=False, max_length=254, unique=True, verbose_name='address')),
                ('code', models.CharField(editable=False, max_length=60, verbose_name='code')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='since')),
            ],
            options={
                'verbose_name': 'address that mails come back from',
                'verbose_name_plural': 'addresses that mails come back from',
            },
        ),
        migrations.AddConstraint(
            model_name='undeliverable',
            constraint=models.CheckConstraint(condition=models.Q(('address', django.db.models.functions.text.Lower('address'))), name='undeliverable_in_small_letters'),
        ),
    ]
