"""`manage.py disclose`: private texts handed over because the law obliges to. Offline, by two officers."""

from datetime import date
from getpass import getpass
from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from mentoring.lib.vault import KeyRingError, load_ring
from privacy import disclosure, disclosure_log
from privacy.models import Disclosure
from profiles.models import Member


class Command(BaseCommand):
    """Run on the member machine, with its key ring and the owner's login; both officers type their password."""

    help = (
        "Hand over private texts under law: two officers, a scope, a reference, a file sealed for "
        "the recipient's certificate, a record that cannot be altered. --verify checks the record."
    )

    def add_arguments(self, parser):
        """Who, what, for whom."""
        parser.add_argument("--verify", action="store_true", help="Only check the record.")
        parser.add_argument("--mentorship", help="The code in the address of its page.")
        parser.add_argument("--officer", action="append", default=[], help="Twice, by address.")
        parser.add_argument("--reference", default="", help="Of the legal order.")
        parser.add_argument("--kind", action="append", default=[], help="Such as feedback.feedback.")
        parser.add_argument("--from", dest="begin", type=_day, help="YYYY-MM-DD")
        parser.add_argument("--to", dest="end", type=_day, help="YYYY-MM-DD")
        parser.add_argument("--recipient", help="The recipient's certificate, a PEM file.")
        parser.add_argument("--out", help="The sealed file to write.")
        parser.add_argument(
            "--no-notice-until",
            dest="barred",
            type=_day,
            help="If the law forbids telling the two: until when.",
        )

    def handle(self, *args, **options):
        """Verify, or disclose."""
        if options["verify"]:
            return self._verify()
        missing = [name for name in ("mentorship", "recipient", "out") if not options[name]]
        if missing:
            raise CommandError(f"Missing: --{', --'.join(missing)}.")
        try:
            load_ring()
            self._disclose(options)
        except (disclosure.DisclosureRefused, KeyRingError) as why:
            raise CommandError(str(why)) from None
        return None

    def _verify(self):
        number = disclosure_log.broken_at()
        if number:
            raise CommandError(f"The record has been altered: row {number} does not fit.")
        last = Disclosure.objects.order_by("-number").first()
        count, head = (last.number, last.digest) if last else (0, disclosure_log.FIRST)
        self.stdout.write(f"The record is whole: {count} disclosures, last hash {head}.")

    def _disclose(self, options):
        officers = [_member(address) for address in options["officer"]]
        if len(officers) != 2:
            raise disclosure.DisclosureRefused("A disclosure takes two different officers.")
        typed = [(member, getpass(f"Password of {member.email}: ")) for member in officers]
        disclosure.check_officers(typed)
        order = disclosure.Order(
            mentorship=_code(options["mentorship"]),
            reference=options["reference"],
            kinds=tuple(options["kind"]),
            begin=options["begin"],
            end=options["end"],
            barred_until=options["barred"],
        )
        made = disclosure.disclose(
            order, officers=officers, certificate=_read(options["recipient"]), out=options["out"]
        )
        told = f"on {order.barred_until}" if order.barred_until else "today"
        self.stdout.write(
            f"Disclosure {made.number} is in {options['out']}. Write its hash into the minutes: "
            f"{made.digest}\nThe two will be told {told}."
        )


def _member(address):
    try:
        return Member.objects.get_by_natural_key(address)
    except Member.DoesNotExist:
        raise disclosure.DisclosureRefused(f"Nobody has the address {address}.") from None


def _code(typed):
    try:
        return UUID(typed)
    except ValueError:
        raise disclosure.DisclosureRefused("--mentorship: expected the code of its address.") from None


def _day(typed):
    return date.fromisoformat(typed)


def _read(path):
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise disclosure.DisclosureRefused(f"{path} cannot be read: {error.strerror}.") from None
