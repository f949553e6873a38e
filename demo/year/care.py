"""What coordinators see to over the year, and the handful of things that wait for them at its end."""

from datetime import timedelta

from conduct import desk
from conduct.models import Case, CaseKind
from conduct.services import close_case, open_case
from demo.year import asking, texts
from mail.incoming import suppression_list
from matching import wishes
from matching.assignment import deciding, proposing
from matching.assignment.waiting import waiting
from matching.blocking import block
from matching.models import Proposal, ProposalState, Wish, Work
from mentorships.models import Mentorship, MentorshipStatus
from privacy import account_closure
from privacy.reporting import report
from profiles import moderation, services
from profiles.models import Member, MentorProfile

ROUND_DAYS = 10  # between two looks of the coordinators at those who wait to be found a mentor
LEAVES_WORDS = 0.5
WAIT_DAYS = (4, 4, 3, 2, 2, 1)  # before the end: after the last of the rounds


def plan(programme):
    """Put it on the agenda: so many of each for a thousand members."""
    days = (programme.end - programme.start).days
    for step, per_thousand in ((ask_help, 14), (bounce, 9), (leave, 12)):
        for _number in range(programme.scaled(per_thousand)):
            programme.later(step, days=programme.chance.uniform(0.1, 0.95) * days)
    programme.later(report_answered, days=0.6 * days)
    programme.later(suspend, days=0.75 * days)
    for day in range(ROUND_DAYS, days - 5, ROUND_DAYS):
        programme.later(find_mentors, days=day)
    once = (hide, 20), (ask_help_late, 2), (report_late, 1), (bounce, 6), (bounce, 3)
    for step, days_ago in (*once, *((wait_for_mentor, days_ago) for days_ago in WAIT_DAYS)):
        programme.at(programme.end - timedelta(days=days_ago, hours=-9), step)


def _anybody(programme):
    members = programme.some_members().values_list("pk", flat=True)
    return Member.objects.get(pk=programme.one(list(members)))


def _any_pair(programme):
    """Of two who go on, or None."""
    going = Mentorship.objects.with_people().filter(status=MentorshipStatus.ACTIVE).order_by("pk")
    pairs = list(going.filter(mentor__in=programme.some_members(), mentee__in=programme.some_members()))
    return programme.one(pairs) if pairs else None


def ask_help(programme):
    """A question to the coordinators; answered in a day or two, and closed."""
    case = open_case(member=_anybody(programme), kind=CaseKind.HELP, text=programme.one(texts.HELP))
    programme.later(answer_case, case.pk, texts.HELP_ANSWER, days=programme.chance.uniform(0.5, 2.5))


def ask_help_late(programme):
    """One that waits at the end of the year."""
    open_case(member=_anybody(programme), kind=CaseKind.HELP, text=texts.HELP[0])


def answer_case(programme, pk, answers):
    """The coordinator answers; the case is closed a week later."""
    case = Case.objects.get(pk=pk)
    desk.answer_case(case, author=programme.coordinator, text=programme.one(answers))
    programme.later(close, pk, days=7)


def close(programme, pk):
    """Nothing more to say."""
    close_case(Case.objects.get(pk=pk))


def report_answered(programme):
    """A mentee reports a mentor, is answered the next day, and blocks them."""
    if pair := _any_pair(programme):
        case = report(pair, reporter=pair.mentee, text=texts.REPORT, picked=(), stop_reminders=True)
        programme.later(answer_case, case.pk, (texts.REPORT_ANSWER,), days=1)
        programme.later(keep_apart, pair.mentee_id, pair.mentor_id, days=2)


def report_late(programme):
    """One that waits at the end of the year."""
    if pair := _any_pair(programme):
        report(pair, reporter=pair.mentor, text=texts.REPORT_OPEN, picked=())


def keep_apart(programme, by, whom):
    """One blocks the other."""
    block(Member.objects.get(pk=by), Member.objects.get(pk=whom))


def bounce(programme):
    """An address where nobody is reached any more."""
    suppression_list.suppress(_anybody(programme).email, "DSN 5.1.1")


def leave(programme):
    """Somebody closes their account; it is gone two weeks later."""
    account_closure.request_closure(_anybody(programme), leave_words=programme.happens(LEAVES_WORDS))


def suspend(programme):
    """One account is suspended."""
    moderation.suspend_by(_anybody(programme), by=programme.coordinator, reason=texts.SUSPENDED_REASON)


def hide(programme):
    """One profile is hidden; its mentor changes it some days later, and it waits for a second look."""
    shown = MentorProfile.objects.listed().filter(member__in=programme.some_members(), active=0)
    profiles = list(shown.select_related("member").order_by("pk"))
    if profiles:
        profile = programme.one(profiles)
        moderation.hide(profile, reason=texts.HIDDEN_REASON)
        programme.later(change_hidden, profile.pk, days=15)


def change_hidden(programme, pk):
    """Its mentor has read why."""
    profile = MentorProfile.objects.select_related("member").get(pk=pk)
    profile.ask_me_about = programme.one(texts.ASK_ME_ABOUT)
    services.save_mentor(profile)


def wait_for_mentor(programme):
    """Somebody asks the coordinators for names, after their last look of the year: for the reader to try it."""
    taken = Mentorship.objects.filter(ended_at=None).values("mentee")
    free = programme.some_members().filter(mentor_profile=None).exclude(pk__in=taken)
    free = free.exclude(pk__in=Wish.objects.values("member"))
    looking = [member for member in free if member.seeking]
    if looking:
        member = programme.one(looking)
        wishes.ask_coordinators(
            member,
            what=programme.one(texts.WISHES),
            focus=programme.one(member.seeking),
            language=programme.one(member.languages),
            work=programme.one(("", Work.SAME, Work.DIFFERENT)),
            other_employer=programme.happens(0.7),
        )


def find_mentors(programme):
    """A proposal for everybody who waits, worked out and sent."""
    if propose(programme):
        deciding.send_names(Proposal.objects.get().pk)
        asking.follow_suggestions(programme, programme.clock.now - timedelta(minutes=1))


def propose(programme):
    """Ask for a proposal and let it be worked out. Whether there is one to decide."""
    if not waiting().exists():
        return False
    programme.listings.make_anew()
    deciding.ask_for_proposal()
    proposing.compute_proposals(programme.clock.now)
    return Proposal.objects.filter(state=ProposalState.READY).exists()
