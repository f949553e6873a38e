"""Asking a mentor, and what comes of it; posts for those whom nobody has answered."""

from datetime import timedelta

from demo.year import answering, texts
from matching import offers, services, wishes
from matching.models import MentorRequest, RequestStatus, Suggestion, Wish
from mentorships.models import Mentorship
from profiles.models import Member, MentorProfile

TRIES = 3
ANSWER_MEDIAN, ANSWER_SPREAD = 0.9, 0.8  # of a log-normal number of days: half answer within two and a half
WITHDRAWN = 0.05


def look(programme, pk, attempt):
    """A member looks through the list and asks somebody; or writes a post where nobody has room."""
    member = Member.objects.get(pk=pk)
    if not member.is_active or member.leaving_at or _has_mentor(pk):
        return
    mentor = _choose(programme, member)
    if mentor is None:
        write_post(programme, pk)
    else:
        ask(programme, member, Member.objects.get(pk=mentor), attempt)


def _has_mentor(pk):
    return Mentorship.objects.filter(mentee=pk, ended_at=None).exists()


def _choose(programme, member):
    """Somebody with room; rather who helps with what is looked for, and who works in such a library."""
    room = MentorProfile.objects.listed().filter(member__in=programme.some_members()).exclude(member=member)
    room = room.order_by("pk")
    facts = room.values_list("member", "helps_with", "member__library_type", "active", "capacity")
    free = [fact for fact in facts if fact[3] < fact[4]]
    if not free:
        return None
    weights = [
        1 + 4 * len({*helps} & {*member.seeking}) + 2 * (library == member.library_type)
        for _pk, helps, library, *_places in free
    ]
    return programme.chance.choices(free, weights)[0][0]


def ask(programme, member, mentor, attempt):
    """One request, and what becomes of it."""
    offered = mentor.mentor_profile.helps_with
    focus = next((slug for slug in member.seeking if slug in offered), (member.seeking or ["confidence"])[0])
    request = services.send_request(
        mentee=member,
        mentor=mentor,
        focus=focus,
        style="one-off" if programme.happens(0.15) else "ongoing",
        message=programme.prose(texts.REQUEST_BEGIN, texts.REQUEST_WHAT, texts.REQUEST_END),
        hopes=programme.one(texts.HOPES),
        line_manager=False,
    )
    if programme.happens(WITHDRAWN):
        programme.later(answering.withdraw, request.pk, days=programme.chance.uniform(2, 8))
    elif mentor.pk not in programme.silent:
        days = programme.chance.lognormvariate(ANSWER_MEDIAN, ANSWER_SPREAD)
        programme.later(answering.answer, request.pk, True, days=days)
    programme.later(look_again, request.pk, attempt + 1, days=programme.chance.uniform(15, 24))


def look_again(programme, pk, attempt):
    """Without a mentor after all: somebody else, a post for mentors to read, or nothing more."""
    request = MentorRequest.objects.only("mentee_id", "status").get(pk=pk)
    if request.status in (RequestStatus.ACCEPTED, RequestStatus.OPEN) or _has_mentor(request.mentee_id):
        return
    if attempt <= TRIES and programme.happens(0.6):
        look(programme, request.mentee_id, attempt)
    elif programme.happens(0.6):
        write_post(programme, request.mentee_id)


def write_post(programme, pk):
    """What somebody looks for. Some mentor may offer; or its writer asks the coordinators to look, too."""
    member = Member.objects.get(pk=pk)
    if Wish.objects.filter(member=member).exists() or not member.seeking:
        return
    wish = wishes.write_wish(member, what=programme.one(texts.WISHES), focus=member.seeking[0])
    if programme.happens(0.35):
        programme.later(offer_for, wish.pk, days=programme.chance.uniform(1, 12))
    if programme.happens(0.5):
        programme.later(hand_over, wish.pk, days=programme.chance.uniform(12, 25))


def offer_for(programme, pk):
    """A mentor who has room and helps with that offers; its writer asks them."""
    wish = Wish.objects.select_related("member").filter(pk=pk).first()
    mentor = wish and _choose(programme, wish.member)
    if mentor:
        offers.offer(wish, Member.objects.get(pk=mentor))
        programme.later(ask_who_was_named, pk, mentor, days=programme.chance.uniform(0.5, 4))


def hand_over(programme, pk):
    """The writer of a post asks the coordinators, and says what matters."""
    wish = Wish.objects.select_related("member").filter(pk=pk).first()
    if wish and not _has_mentor(wish.member_id):
        language = programme.one(wish.member.languages)
        matters = {"language": language, "other_employer": programme.happens(0.7)}
        wishes.ask_coordinators(wish.member, what=wish.what, focus=wish.focus, **matters)


def ask_who_was_named(programme, wish, mentor):
    """The writer of a post asks a mentor who offered, or whom the coordinators suggested."""
    writer = Wish.objects.filter(pk=wish).values_list("member", flat=True).first()
    if writer and not _has_mentor(writer):
        ask(programme, Member.objects.get(pk=writer), Member.objects.get(pk=mentor), TRIES)


def follow_suggestions(programme, since):
    """Whoever was sent names since then asks the first of them, in a few days."""
    seen = set()
    for wish, mentor in (
        Suggestion.objects.filter(made_at__gt=since)
        .order_by("wish__member", "pk")
        .values_list("wish", "mentor")
    ):
        if wish not in seen and programme.happens(0.8):
            programme.agenda.add(
                programme.clock.now + timedelta(days=1), ask_who_was_named, programme, wish, mentor
            )
        seen.add(wish)
