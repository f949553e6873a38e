"""Worksheets: each for oneself, and the same beneath a mentorship."""

from django.urls import path

from worksheets.views import lists, orientation, sharing, sheet

PAIR = "mentorships/<uuid:code>/worksheets/"
PAGES = (  # (what follows the slug, view): for oneself, and, with "pair_" before the name, within a mentorship
    ("", sheet.worksheet),
    ("draft/", sheet.worksheet_draft),
    ("print/", sheet.worksheet_print),
    ("print/empty/", sheet.worksheet_empty),
    ("delete/", sheet.worksheet_delete),
)

urlpatterns = [
    path("worksheets/", lists.worksheet_list, name="worksheet_list"),
    path("worksheets/answers/<uuid:answer>/", sharing.answer_share, name="answer_share"),
    path("worksheets/shared/<uuid:shared>/stop/", sharing.answer_stop_sharing, name="answer_stop_sharing"),
    path("orientation/", orientation.orientation, name="orientation"),
    path("orientation/<slug:role>/<int:number>/", orientation.orientation_step, name="orientation_step"),
    path("orientation/<slug:role>/later/", orientation.orientation_later, name="orientation_later"),
    path("mentorships/<uuid:code>/orientation/", orientation.pair_orientation, name="pair_orientation"),
    path(PAIR, lists.pair_worksheets, name="pair_worksheets"),
    *(path(f"worksheets/<slug:slug>/{end}", view, name=view.__name__) for end, view in PAGES),
    *(path(f"{PAIR}<slug:slug>/{end}", view, name=f"pair_{view.__name__}") for end, view in PAGES),
]
