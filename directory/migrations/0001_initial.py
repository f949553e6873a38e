import django.db.models.deletion
from django.db import migrations, models

SQLITE = """
CREATE VIRTUAL TABLE directory_searchtext USING fts5(name, headline, place, bio, tokenize='unicode61 remove_diacritics 0')
"""
POSTGRES = """
CREATE TABLE directory_searchtext (
    mentor_id bigint PRIMARY KEY,
    name tsvector NOT NULL,
    headline tsvector NOT NULL,
    place tsvector NOT NULL,
    bio tsvector NOT NULL
);
"""
# Without fastupdate a search never wades through a list of pending entries.
POSTGRES_INDEX = "CREATE INDEX directory_searchtext_{field} ON directory_searchtext USING gin ({field}) WITH (fastupdate = off)"


def create_search_table(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRES)
        for field in ("name", "headline", "place", "bio"):
            schema_editor.execute(POSTGRES_INDEX.format(field=field))
    else:
        schema_editor.execute(SQLITE)



class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('profiles', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='DirectoryVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Listing',
            fields=[
                ('mentor', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='profiles.mentorprofile')),
                ('code', models.UUIDField(unique=True)),
                ('listed', models.BooleanField(default=False)),
                ('version', models.BigIntegerField(db_index=True)),
                ('name', models.CharField(max_length=100)),
                ('job_title', models.CharField(blank=True, max_length=120)),
                ('employer', models.CharField(blank=True, max_length=120)),
                ('place', models.CharField(blank=True, max_length=180)),
                ('city', models.CharField(blank=True, max_length=80)),
                ('time_zone', models.CharField(max_length=64)),
                ('ask_me_about', models.CharField(blank=True, max_length=100)),
                ('photo', models.CharField(blank=True, max_length=80)),
                ('photo_alt', models.CharField(blank=True, max_length=160)),
                ('room', models.PositiveSmallIntegerField(default=0)),
                ('taking_requests', models.BooleanField(default=True)),
                ('answer_days', models.FloatField(null=True)),
                ('facets', models.TextField(blank=True)),
                ('rank_key', models.CharField(max_length=60)),
                ('sort_name', models.CharField(max_length=100)),
                ('published_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40, unique=True)),
                ('length', models.PositiveSmallIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['length', 'word'], name='searchword_near')],
            },
        ),
        migrations.CreateModel(
            name='ListingFacet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('slug', models.CharField(max_length=64)),
                ('position', models.PositiveSmallIntegerField()),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.listing')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'slug', 'listing'], name='listing_facet_kind')],
                'constraints': [models.UniqueConstraint(fields=('listing', 'kind', 'slug'), name='listing_facet_once')],
            },
        ),
        migrations.RunPython(create_search_table, migrations.RunPython.noop, elidable=False),
    ]
