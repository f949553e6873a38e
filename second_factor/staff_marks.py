"""What was set up on the staff site counts there alone, and says so in its row.

Whoever takes over the staff process could add a passkey to any row. If such a passkey opened the member site too, it
would open the mentorships of every coordinator. So the staff site's login of the database adds rows with this mark
and no others (second_factor.privacy), and the member site takes none of them.
"""

from django.conf import settings

MARK = {"site": "staff"}


def is_staff_site():
    """Whether this process is the staff site."""
    return settings.PROCESS == "staff"


def marked(rows):
    """Those of these authenticators (a queryset) that were set up on the staff site."""
    return rows.filter(data__has_key="site")


def of_this_site(rows):
    """Those that count on the site of this process."""
    return rows if is_staff_site() else rows.exclude(data__has_key="site")


def counts_here(authenticator):
    """The same for one of them."""
    return is_staff_site() or "site" not in authenticator.data
