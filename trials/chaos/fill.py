"""Letters for all scenarios: one is written as the product writes it, the others are copies to other addresses."""

import sys
from copy import copy
from datetime import UTC, datetime

NOT_YET = datetime(2100, 1, 1, tzinfo=UTC)
DOMAINS = 4
NEVER, LATER = "never", "later"  # how addresses begin that the mail server may refuse


def address(number):
    """One in thirty is for a server that says never, one in ten for one that says later; at four domains."""
    who = NEVER if number % 30 == 0 else LATER if number % 10 == 1 else "reader"
    return f"{who}{number}@d{number % DOMAINS}.chaos.example"


def main(count):
    """Write them; none is due."""
    import django

    django.setup()
    write(count)


def write(count):
    """The same, where Django is there already."""
    from mail.models import OutgoingMail
    from profiles.models import Member
    from profiles.notifications import AccountRestored

    reader = Member.objects.create(email="reader@chaos.example", name="Amina Otieno")
    context = {"member": reader, "link": "https://m.example/accounts/login/"}
    first = AccountRestored.post(to=reader, context=context, occasion="chaos")
    OutgoingMail.objects.all().delete()
    rows = [copy(first) for _ in range(count)]
    for number, row in enumerate(rows, 1):
        row.pk, row.occasion, row.due_at = number, f"chaos-{number}", NOT_YET
        row.address = address(number)
    OutgoingMail.objects.bulk_create(rows, batch_size=1000)


if __name__ == "__main__":
    main(int(sys.argv[1]))
