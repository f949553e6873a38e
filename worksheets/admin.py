"""Worksheets on the staff site, among the texts of the programme."""

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from configuration.admin.documents import DocumentPages
from worksheets.sheets.catalogue import SHEETS
from worksheets.sheets.markdown import read_sheet


def preview(text):
    """A sheet as its readers see it."""
    sheet = read_sheet(text, slug="", language="")
    return render_to_string("admin/worksheets/preview.html", {"sheet": sheet})


DocumentPages(
    SHEETS,
    label=_("Worksheets"),
    add_label=_("Add a worksheet"),
    about=_(
        "Members find these worksheets on the members’ site. Nobody but the writer can read an answer, unless they "
        "share it with the other person in a mentorship. If you reword a prompt, earlier answers stay with the old "
        "wording."
    ),
    help_text=_(
        "“# ” begins the title. A paragraph below it says what the worksheet is for and how long it takes. “## ” "
        "begins a prompt; you can put a line of help below it."
    ),
    withdrawn=_("Members no longer find it. What they’ve written on it stays with them."),
    preview=preview,
).register()
