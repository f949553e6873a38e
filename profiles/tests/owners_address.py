"""An address, and its owner who joins with it."""

from allauth.account.models import EmailAddress

ADDRESS = "owner@test.example"
OF_OWNER = {
    "name": "Noor van Dijk",
    "email": ADDRESS,
    "password1": "of-the-owner-77",
    "adult": "on",
    "terms": "on",
}


def confirmed():
    return EmailAddress.objects.filter(email=ADDRESS, verified=True).exists()
