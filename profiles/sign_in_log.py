"""One line in the log for each sign-in, sign-out and refusal: by what means, and never whose (P33).

How many there are shows an attack; who it was aimed at shows in the mails and sessions of that member.
"""

import logging

from prometheus_client import Counter

logger = logging.getLogger("mentoring.sign_in")
REFUSED = Counter("mentoring_sign_ins_refused", "Sign-ins refused, by what was tried.", ["means"])


def signed_in(sender, request, **kwargs):
    """Signal: somebody is in. django-allauth records by what means, but for whoever has just joined or linked."""
    records = request.session.get("account_authentication_methods", [])
    logger.info("Signed in by %s.", ", ".join(str(record.get("method")) for record in records) or "joining")


def signed_out(sender, **kwargs):
    """Signal: somebody has signed out."""
    logger.info("Signed out.")


def password_refused(sender, **kwargs):
    """Signal: an address and a password that do not belong together."""
    refused("password")


def refused(means):
    """`means`: a word of ours such as "password" or "mailed code"; nothing that was typed."""
    REFUSED.labels(means).inc()
    logger.warning("Sign-in refused: %s.", means)
