"""The list mentors are found in: one flat row a mentor, made anew with every change of theirs."""

from django.db import models

from profiles.models import MentorProfile


class DirectoryVersion(models.Model):
    """One row that counts changes, so that every process knows whether its copy is current.

    Raised inside the transaction of the change: its row lock puts writers in one order, so a
    reader that has seen a number has seen everything below it.
    """

    version = models.BigIntegerField(default=0)

    def __str__(self):
        return f"Directory at version {self.version}"


class Listing(models.Model):
    """What a card shows and what filters ask, without a join.

    `facets` is a text of `kind=slug` words, areas first and in order: the index in memory is filled
    from it, and cards read it. `rank_key` sorts: see `directory.services.rank_key`.
    """

    mentor = models.OneToOneField(MentorProfile, models.CASCADE, primary_key=True, related_name="+")
    code = models.UUIDField(unique=True)
    listed = models.BooleanField(default=False)
    version = models.BigIntegerField(db_index=True)
    name = models.CharField(max_length=100)
    job_title = models.CharField(max_length=120, blank=True)
    employer = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=180, blank=True)
    city = models.CharField(max_length=80, blank=True)
    time_zone = models.CharField(max_length=64)
    ask_me_about = models.CharField(max_length=100, blank=True)
    photo = models.CharField(max_length=80, blank=True)
    photo_alt = models.CharField(max_length=160, blank=True)
    room = models.PositiveSmallIntegerField(default=0)
    taking_requests = models.BooleanField(default=True)
    answer_days = models.FloatField(null=True)
    facets = models.TextField(blank=True)
    rank_key = models.CharField(max_length=60)
    sort_name = models.CharField(max_length=100)
    published_at = models.DateTimeField(null=True)

    def __str__(self):
        return f"Listing {self.pk}"


class ListingFacet(models.Model):
    """One facet of one listing: the same as its `facets`, for filters and counts in SQL."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    slug = models.CharField(max_length=64)
    position = models.PositiveSmallIntegerField()  # in the mentor's own order, from 0

    class Meta:
        constraints = [models.UniqueConstraint(fields=["listing", "kind", "slug"], name="listing_facet_once")]
        indexes = [models.Index(fields=["kind", "slug", "listing"], name="listing_facet_kind")]

    def __str__(self):
        return f"{self.kind}={self.slug}"


class SearchWord(models.Model):
    """A word that stands in some mentor's text, kept to tell a slip of the keyboard from a word."""

    word = models.CharField(max_length=40, unique=True)
    length = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["length", "word"], name="searchword_near")]

    def __str__(self):
        return self.word
