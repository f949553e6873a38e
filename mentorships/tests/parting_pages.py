"""The pages on which a pair parts, and the mails they send."""

from mail.models import OutgoingMail


def url(pair, rest=""):
    return f"{pair.get_absolute_url()}{rest}"


def kinds(member):
    return list(OutgoingMail.objects.filter(to=member).order_by("pk").values_list("kind", flat=True))
