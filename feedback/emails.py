"""Letters about feedback: that there is some, and where. None of its words."""

from mail.services import post_mail
from mentoring.lib.links import member_link as link


def _tell(kind, mentorship, to, *, occasion):
    post_mail(
        f"feedback/{kind}",
        to=to,
        context={
            "reader": to,
            "other": mentorship.partner_of(to),
            "link": link("feedback_list", mentorship.code),
            "write": link("feedback_write", mentorship.code),
        },
        occasion=occasion,
    )


def feedback_given(feedback, *, to):
    """There is something to read."""
    _tell("feedback_given", feedback.mentorship, to, occasion=f"feedback-{feedback.pk}")


def feedback_answered(answer, *, to):
    """There is an answer."""
    _tell("feedback_answered", answer.feedback.mentorship, to,
          occasion=f"feedback-answer-{answer.pk}")  # fmt: skip


def feedback_requested(wanted, *, to):
    """The other would like some."""
    _tell("feedback_requested", wanted.mentorship, to, occasion=f"feedback-wanted-{wanted.pk}")
