"""Whether somebody will get a mail, so that no page promises one that will not come."""

from django.utils.translation import gettext as _

from mail.incoming import suppression_list
from mail.preferences import preferences_of


def gets_mail(member, notification, *, in_calendar=False):
    """Whether a mail of this kind that is written now goes out to this member. Two statements.

    `in_calendar`: it changes an event that their calendar holds, and so comes whatever they have stopped.
    """
    if member.left_at or suppression_list.is_suppressed(member.email):
        return False
    return in_calendar or preferences_of(member).wants(notification.topic)


def if_mail_arrives(sentence, *, to, notification):
    """For coordinators: the sentence, or that nothing has told the member."""
    if gets_mail(to, notification):
        return sentence
    return _("Done. Our emails to this member are not getting through, so we could not tell them by email.")


def if_mailed(done, told, *, to, notification):
    """What was done, and the sentence that promises this member a mail; or a true one, if none will come."""
    if not gets_mail(to, notification):
        told = _("We will not email %(name)s about it, but they can see it here.")
    return f"{done} {told % {'name': to.first_name}}"
