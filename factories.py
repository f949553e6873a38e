"""Makers of rows for tests. Everything with a rule behind it goes through the services."""

import factory
from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils import timezone

from configuration.policies.acceptance import accept_all
from feedback import services as feedback_services
from matching import services as matching_services
from mentorships import services as mentorship_services
from profiles import services as profile_services
from profiles.models import Member, MentorProfile


class MemberFactory(factory.django.DjangoModelFactory):
    """A member with a verified address and the password `secret-enough`, who has joined and looked around."""

    class Meta:
        model = Member
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"member{n}@test.example")
    name = factory.Sequence(lambda n: f"Member Number{n}")
    preferred_name = factory.LazyAttribute(lambda member: member.name.split(" ")[0][:60])
    password = factory.django.Password("secret-enough")
    time_zone = "Europe/Dublin"
    time_zone_confirmed = True
    languages = factory.LazyFunction(lambda: ["en"])
    started_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def address(self, create, extracted, **kwargs):
        """Verified, as after signing up."""
        EmailAddress.objects.create(user=self, email=self.email, verified=True, primary=True)

    @factory.post_generation
    def accepted(self, create, extracted, **kwargs):
        """The terms of now, as after signing up; `accepted=False` for nothing."""
        if extracted is not False:
            accept_all(self, settings.LANGUAGE_CODE)


def member(**fields):
    """One member."""
    return MemberFactory(**fields)


def mentor(*, published=True, **fields):
    """A mentor profile, in the list unless told otherwise. The fields are the profile's or its member's."""
    own = {f.name for f in MentorProfile._meta.fields} & fields.keys()
    offer = {
        "areas": ["cataloging-metadata"],
        "bio": "I describe seed packets.",
        "capacity": 2,
        **{name: fields.pop(name) for name in own},
    }
    profile = MentorProfile(member=member(**fields), **offer)
    if published:
        profile_services.publish(profile)  # keeps it too
    else:
        profile_services.save_mentor(profile)
    return profile


def pair(mentor_member, mentee, *, focus="specific-skill", style="ongoing", by=None):
    """An open mentorship."""
    return mentorship_services.begin(
        mentor=mentor_member, mentee=mentee, focus=focus, style=style, by=by or mentor_member
    )


def request(
    mentee,
    mentor_member,
    *,
    focus="specific-skill",
    style="",
    message="Would you?",
    hopes="",
    line_manager=None,
):
    """An open request."""
    return matching_services.send_request(
        mentee=mentee,
        mentor=mentor_member,
        focus=focus,
        style=style,
        message=message,
        hopes=hopes,
        line_manager=line_manager,
    )


def letter(mentorship, author, *, letter="Thank you.", works="", better="", next_time=""):
    """Feedback that has been given."""
    return feedback_services.give_feedback(
        mentorship, author=author, letter=letter, works=works, better=better, next_time=next_time
    )


# What people, and programs, type where nobody expected it.
HOSTILE = {
    "html": "<b>bold</b> & <img src=x onerror=alert(1)>",
    "script": "</textarea></title><script>alert('hi')</script>",
    "template": "{{ request.user.password }} {% debug %} %(name)s %s {0}",
    "long": "endless " * 12_500,
    "one-long-word": "a" * 3_000,
    "right-to-left": "abc\u202egnp.exe \u2066hidden\u2069 שלום",
    "nul": "before\x00after",
    "emoji": "👩🏽‍🏫 thanks 🙏🏿 ‼️",
    "lines": "one\r\nBcc: everybody@example.org\n\n\ttwo",
    "space": " \u00a0\u2003\t\n",
    "marks": "Z̴̡̛a̷l̸g̶o̵ \ufeff\u200b\u0007",
}
