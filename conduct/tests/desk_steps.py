"""The steps of the help desk, and what they leave."""

from conduct.models import Case
from mail.models import OutgoingMail

LIST = "/admin/conduct/case/"


def step(client, case, name, **data):
    return client.post(f"{LIST}{case.pk}/{name}/", data)


def state(case):
    return Case.objects.get(pk=case.pk).state


def last(case):
    return case.texts.order_by("-pk").values_list("pk", flat=True)[0]


def mails(kind):
    return OutgoingMail.objects.filter(kind=f"conduct/{kind}")
