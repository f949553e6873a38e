"""What is written on the page of a programme: its milestones and its pages to read."""

from django.contrib import admin

from mentoring.lib.admin import CLEAN_TEXTS
from programmes.admin.forms import MilestoneForm
from programmes.models import Milestone, TrainingPage


class MilestoneInline(admin.StackedInline):
    """Milestones are called off, never deleted: a pair may have marked one as done."""

    model, form = Milestone, MilestoneForm
    formfield_overrides = CLEAN_TEXTS
    extra = 0
    can_delete = False


class TrainingPageInline(admin.StackedInline):
    """Pages in Markdown."""

    model = TrainingPage
    formfield_overrides = CLEAN_TEXTS
    fields = ("position", "title", "text")
    extra = 0
