"""The people of the demonstration, made through the services like anybody else."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from configuration.policies.acceptance import accept_all
from coordination.groups import coordinator_group
from coordination.importing import load_file
from demo import history, peers
from profiles import services
from profiles.models import Member, MentorProfile, PolicyAcceptance
from profiles.vocabulary import DATA

PASSWORD = "reading-room-demo"  # noqa: S105 shown on the sign-in page of the demonstration
MENTORS = DATA.parent / "sample_mentors.json"
NEWCOMER = "newcomer@demo.example"  # is led through the first steps
PEOPLE = {
    "mentee@demo.example": {
        "name": "Amina Otieno",
        "preferred_name": "Amina",
        "pronouns": "she/her",
        "job_title": "Assistant Librarian",
        "employer": "Lakeside Teachers' College",
        "library_type": "academic-college",
        "library_size": "small",
        "career_stage": "new-professional",
        "city": "Kisumu",
        "country": "KE",
        "time_zone": "Africa/Nairobi",
        "languages": ["en", "sw"],
        "seeking": ["specific-skill", "isolation", "confidence"],
    },
    "mentor@demo.example": {
        "name": "Tomás Ferreira",
        "preferred_name": "Tomás",
        "pronouns": "he/him",
        "job_title": "Subject Librarian",
        "employer": "University of the Estuary",
        "library_type": "academic-university",
        "library_size": "large",
        "career_stage": "mid-career",
        "city": "Lisbon",
        "country": "PT",
        "time_zone": "Europe/Lisbon",
        "languages": ["pt", "en", "es"],
        "hours_per_month": 4,
        "work_days": [0, 1, 2, 3, 4],
        "work_from": "09:00",
        "work_to": "17:30",
    },
    NEWCOMER: {"name": "Noor van Dijk", "preferred_name": "Noor"},
    "coordinator@demo.example": {"name": "Grace Whitfield", "preferred_name": "Grace", "is_staff": True},
}
OFFER = {
    "areas": ["reference-liaison", "information-literacy", "career-progression"],
    "bio": "I came to libraries from a failed career as a radio producer, which turns out to be good "
    "training for the enquiry desk. My week is made of one-to-one research help, two first-year "
    "classes and a slow attempt to get the engineers to like us. I am curious about how people "
    "decide that they have searched enough, and I am still not good at saying no. I would enjoy "
    "helping somebody in their first years who teaches more than they were trained for. Outside "
    "the library I swim in cold water and repair old radios, of which I own too many.",
    "ask_me_about": "First classes, nervous students, and saying no",
    "roles": ["facilitator", "friend-buddy"],
    "styles": ["ongoing", "one-off"],
    "formats": ["video", "email", "phone"],
    "helps_with": ["confidence", "settle-in", "specific-skill"],
    "windows": ["weekday-lunchtimes", "weekday-afternoons"],
    "capacity": 3,
}


def fill():
    """Everybody of the demonstration. Run again, it adds only who is missing."""
    hashed = make_password(PASSWORD)  # once: hashing is slow on purpose
    for email, facts in PEOPLE.items():
        _person(email, hashed, facts)
    mentor = Member.objects.get(email="mentor@demo.example")
    if not MentorProfile.objects.filter(member=mentor).exists():
        profile = MentorProfile(member=mentor, **OFFER)
        services.save_mentor(profile)
        services.publish(profile)
    coordinator_group().user_set.add(Member.objects.get(email="coordinator@demo.example"))
    load_file(MENTORS, password=PASSWORD)
    _accept_terms()
    history.write(Member.objects.get(email="mentee@demo.example"), mentor)
    peers.fill()


def _accept_terms():
    """The people of the demonstration joined without the page of joining."""
    for member in Member.objects.filter(left_at=None).exclude(
        pk__in=PolicyAcceptance.objects.values("member")
    ):
        accept_all(member, settings.LANGUAGE_CODE)


def _person(email, hashed, facts):
    if Member.objects.filter(email=email).exists():
        return
    joined = timezone.now() - timedelta(days=30)
    started = None if email == NEWCOMER else joined
    member = Member.objects.create(
        email=email,
        started_at=started,
        password=hashed,
        adult_at=joined,
        time_zone_confirmed="time_zone" in facts,
        **facts,
    )
    EmailAddress.objects.create(user=member, email=email, verified=True, primary=True)
