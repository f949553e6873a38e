"""The floor: what the plainest Django page over mentors would have."""

from django.db import models


class Skill(models.Model):
    """One of thirty."""

    name = models.CharField(max_length=60)

    def __str__(self):
        return self.name


class FloorMentor(models.Model):
    """A name, two lines, skills, and whether open."""

    name = models.CharField(max_length=100)
    post = models.CharField(max_length=120)
    sector = models.CharField(max_length=30, db_index=True)
    open = models.BooleanField(default=True)
    bio = models.TextField()
    skills = models.ManyToManyField(Skill)

    class Meta:
        indexes = [models.Index(fields=["name", "id"], name="floor_name")]

    def __str__(self):
        return self.name


class FloorText(models.Model):
    """A short text beneath a profile."""

    mentor = models.ForeignKey(FloorMentor, models.CASCADE, related_name="texts")
    text = models.TextField()

    def __str__(self):
        return f"Text {self.pk}"
