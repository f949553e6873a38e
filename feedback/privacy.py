"""What feedback holds about people: letters, answers, and who asked for one."""

from django.utils.translation import gettext_lazy as _

from feedback.models import Feedback, FeedbackAnswer, FeedbackRequest
from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import DELETED, ON_LEAVING, PAIR_EXPORT, Rights, declare

PAIR = "mentorship"
UNREADABLE = "kept: unreadable without its key, or left to the partner if the leaver chose so"

declare(
    Feedback,
    owners=("author",),
    export=PAIR,
    leaving=f"{UNREADABLE}; drafts are deleted",
    worker=Rights("D", read=("id", "mentorship_id", "author_id", "given_at")),
    texts={
        "letter": _("Letter"),
        "works": _("Letter (what works)"),
        "better": _("Letter (what could be better)"),
        "next_time": _("Letter (one thing to try)"),
    },
)
declare(
    FeedbackAnswer,
    owners=("author",),
    export=PAIR,
    leaving=UNREADABLE,
    texts={"text": _("Reply to a letter")},
)
declare(FeedbackRequest, owners=("asker",), export=PAIR, leaving=DELETED, worker="SD")


@PAIR_EXPORT.register(order=40)
def feedback_requests(pair, member):
    """That one of the two asked for feedback. It holds no words."""
    for request in FeedbackRequest.objects.filter(mentorship=pair).select_related("asker").order_by("pk"):
        yield {
            "feedback_asked_for_by": request.asker.name,
            "at": plain(request.asked_at),
            "given": plain(request.met_at),
        }


@ON_LEAVING.register(order=30)
def delete_drafts(member, *, leave_words):
    """A draft was never given to anybody."""
    drafts = Feedback.objects.filter(author=member, given_at=None)
    drafts._raw_delete(drafts.db)  # a draft has no answers, and the worker may not look for any
    return ()
