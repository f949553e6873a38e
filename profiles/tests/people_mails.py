"""Mails about what coordinators do."""

from mail.models import OutgoingMail


def mails(member):
    return OutgoingMail.objects.filter(to=member)
