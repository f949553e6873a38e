"""What every page knows about the programme."""

from django.conf import settings


def programme(request):
    """The association's name, and whether this is the demonstration."""
    return {
        "association": settings.ASSOCIATION_NAME,
        "demo": settings.DEMO,
        "process": "member" if settings.ROOT_URLCONF == settings.MEMBER_URLCONF else "staff",
        "staff_url": settings.STAFF_URL,
    }
