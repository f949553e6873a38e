"""The handbook on the staff site: its pages among the texts of the programme, and its videos."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from configuration.admin.documents import DocumentPages
from guidance.forms.videos import VideoForm
from guidance.handbook.chapters import HANDBOOK, chapter, read_chapter
from guidance.models import Video
from mentoring.lib.admin import NamedPages, RestrictedModelAdmin


def preview(text):
    """A page as readers see it."""
    shown = read_chapter("", "", text)
    return format_html("<h2>{}</h2>{}", shown.title, shown.html)


DocumentPages(
    HANDBOOK,
    label=_("Handbook"),
    add_label=_("Add a page to the handbook"),
    about=_(
        "Everyone can read these pages, whether they’ve signed in or not. Change them, withdraw what does not suit "
        "your programme, and add pages of your own."
    ),
    help_text=_(
        "“# ” begins the title. A sentence or two below it say what the page is about. “## ” begins a heading, “- ” "
        "an item of a list, “> ” something to try out. A link: [text](https://…)."
    ),
    withdrawn=_("Readers no longer find it, and pages that led to it no longer do."),
    preview=preview,
).register()


@admin.register(Video)
class VideoAdmin(NamedPages, RestrictedModelAdmin):
    """Videos by chapter. Nothing is loaded from their addresses."""

    form = VideoForm
    list_display = ("title", "chapter_title", "language", "minutes", "is_shown", "gone_since")
    fields = (
        "chapter",
        "language",
        "title",
        "url",
        "minutes",
        "text",
        "text_shown",
        "is_shown",
        "gone_since",
    )
    readonly_fields = ("text_shown", "gone_since")
    search_fields = ("title",)

    @admin.display(description=_("page of the handbook"))
    def chapter_title(self, video):
        shown = chapter(video.chapter, get_language())
        return shown.title if shown else video.chapter

    @admin.display(description=_("as readers see it"))
    def text_shown(self, video):
        return video.html
