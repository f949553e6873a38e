"""Asked at the moment of sending, whether a reminder still has a reason (P22)."""

from mail.models import occasion_hash
from matching.models import MentorRequest, RequestStatus
from reminders.models import Question, Reminder, ReminderKind, Subject
from reminders.services import quiet

KINDS_OF_QUESTIONS = {"reminders/profile_rests", *(f"reminders/{subject}" for subject in Subject.values)}


def outdated_mails(mails):
    """The numbers of the mails whose pair rests, has met or is not to be reminded, or whose question is answered."""
    rows = list(Reminder.objects.filter(mail__in=[mail.pk for mail in mails]))
    pairs = _pairs(rows)
    requests = _waiting(rows)
    gone = {reminder.mail_id for reminder in rows if not _still(reminder, pairs, requests)}
    return gone | _answered(mails)


def _pairs(rows):
    """{number: pair that goes on, with its facts}, in one statement."""
    wanted = {reminder.mentorship_id for reminder in rows if reminder.mentorship_id}
    pairs = quiet.to_be_reminded().filter(pk__in=wanted)
    made = max((reminder.made_at for reminder in rows), default=None)
    return {pair.pk: pair for pair in quiet.with_facts(pairs, made)} if wanted else {}


def _waiting(rows):
    wanted = {reminder.request_id for reminder in rows if reminder.request_id}
    open_now = MentorRequest.objects.filter(pk__in=wanted, status=RequestStatus.OPEN)
    open_now = open_now.filter(mentor__is_active=True, mentee__is_active=True)
    return set(open_now.values_list("pk", flat=True)) if wanted else set()


def _still(reminder, pairs, requests):
    if reminder.request_id:
        return reminder.request_id in requests
    if reminder.mentorship_id is None:
        return True
    pair = pairs.get(reminder.mentorship_id)
    if pair is None or reminder.answered_at:
        return False
    return reminder.kind == ReminderKind.PROMPT or not (pair.planned or _has_met_since(pair, reminder))


def _has_met_since(pair, reminder):
    last = quiet.last_contact(pair)
    return bool(last) and (reminder.kind != ReminderKind.CHECKIN or last > reminder.made_at)


def _answered(mails):
    """Mails of questions that were answered since they were written."""
    asked = {mail.pk: mail for mail in mails if mail.kind in KINDS_OF_QUESTIONS}
    if not asked:
        return set()
    rows = Question.objects.filter(to__in={mail.to_id for mail in asked.values()}).exclude(answered_at=None)
    answered = {occasion_hash(occasion) for question in rows for occasion in question.occasions()}
    return {pk for pk, mail in asked.items() if mail.occasion in answered}
