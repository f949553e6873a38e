"""What recognition holds about people: their own certificates and hours. No other login reads what they say."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from mentoring.lib.links import member_link
from mentoring.lib.plain import CHUNK, plain
from mentoring.lib.registry.personal_data import DELETED, Rights, declare, export_part, retention
from mentoring.lib.vault import opened
from mentorships.models import Alone
from recognition.models import Certificate, TimeEntry

declare(
    Certificate,
    owners=("member",),
    export="recognition",
    leaving=DELETED,
    worker=Rights("D", read=("id", "member_id", "revoked_at")),
    texts={"token": _("Link of a certificate")},
)
declare(
    TimeEntry,
    owners=("member",),
    export="recognition",
    leaving=DELETED,
    worker=Rights("D", read=("id", "member_id")),
    texts={"note": _("Note in the record of hours")},
)


@export_part("recognition", _("Certificates and record of hours"), order=127)
def recognition_of(member):
    alone = Alone(member)
    for certificate in Certificate.objects.visible_to(member):
        certificate.member, certificate.pair = member, alone
        token = opened(certificate, "token")
        yield {
            "certificate": certificate.role,
            "name": certificate.name,
            "months": certificate.months,
            "minutes": certificate.minutes,
            "made": plain(certificate.made_at),
            "withdrawn": plain(certificate.revoked_at),
            "link": member_link("certificate_proof", token) if token else "",
        }
    for entry in TimeEntry.objects.filter(member=member).iterator(CHUNK):
        entry.member, entry.pair = member, alone
        yield {
            "day": plain(entry.day),
            "minutes": entry.minutes,
            "kind": entry.kind,
            "note": opened(entry, "note"),
            "written": plain(entry.written_at),
        }


@retention(
    _("Certificates that were withdrawn"),
    after=timedelta(days=365),
    when=_("a year after they were withdrawn; until then, their links say so"),
    order=58,
)
def forget_withdrawn(now, after):
    """Then their links lead nowhere, as if they had never been."""
    return Certificate.objects.filter(revoked_at__lt=now - after).delete()[0]
