"""What coordinators do with the names that were worked out for their programme; and the mails that follow."""

from itertools import groupby

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.jobs import run_each
from mentorships.services.locking import Conflict
from programmes import notifications
from programmes.models import PairedBy, Programme, ProposedName


def ask_for_names(programme):
    """Let the worker look. Conflict where members choose by themselves."""
    if programme.paired_by != PairedBy.PROPOSALS:
        raise Conflict(_("In this programme members choose a mentor themselves."))
    Programme.objects.filter(pk=programme.pk).update(proposal_asked_at=timezone.now())


def is_computing(programme):
    """Whether the worker has been asked and is not ready."""
    asked, ready = programme.proposal_asked_at, programme.proposal_ready_at
    return asked is not None and (ready is None or ready < asked)


def names_by_mentee(programme):
    """[(mentee, [ProposedName, …])] of names that were not sent, the best first."""
    rows = ProposedName.objects.filter(programme=programme, sent_at=None).select_related("mentee", "mentor")
    rows = rows.order_by("mentee__name", "mentee", "rank", "pk")
    return [(mentee, list(names)) for mentee, names in groupby(rows, key=lambda name: name.mentee)]


def remove_name(programme, pk):
    """Take one out. Conflict if that was done already, or it was sent."""
    if not ProposedName.objects.filter(programme=programme, pk=pk, sent_at=None).delete()[0]:
        raise Conflict(_("That name was already removed, or it has been sent."))


def send_names(programme):
    """Let the members see their names. How many members; the worker mails them."""
    unsent = ProposedName.objects.filter(programme=programme, sent_at=None)
    members = unsent.values("mentee").distinct().count()
    unsent.update(sent_at=timezone.now())
    return members


def tell_of_names(now):
    """Mail those who have names to look at, once each. How many."""
    waiting = ProposedName.objects.filter(told_at=None).exclude(sent_at=None)
    rows = waiting.select_related("mentee", "programme").order_by("programme", "mentee", "pk")
    firsts = [
        next(names) for _key, names in groupby(rows, key=lambda name: (name.programme_id, name.mentee_id))
    ]
    return run_each(firsts, lambda name: _tell(name, now))


@transaction.atomic
def _tell(name, now):
    same = ProposedName.objects.filter(programme=name.programme_id, mentee=name.mentee_id, told_at=None)
    if not same.exclude(sent_at=None).update(told_at=now):
        return False
    notifications.names_sent(name)
    return True
