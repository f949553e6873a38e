"""English comes in the spelling and with the dates of two countries: `en` becomes `en-gb`."""

from django.db import migrations, models

LANGUAGES = [
    ("en-gb", "English"),
    ("en-us", "English (United States)"),
    ("es", "Spanish"),
    ("fr", "French"),
]


def name_the_country(apps, schema_editor):
    apps.get_model("profiles", "Member").objects.filter(language="en").update(language="en-gb")


class Migration(migrations.Migration):
    dependencies = [("profiles", "0005_photo_index")]

    operations = [
        migrations.AlterField(
            model_name="member",
            name="language",
            field=models.CharField(choices=[('en-gb', 'English'), ('en-us', 'English (United States)'), ('es', 'Spanish'), ('fr', 'French')], default='en-gb', max_length=8, verbose_name='language for pages and emails'),
        ),
        migrations.RunPython(name_the_country, migrations.RunPython.noop),
    ]
