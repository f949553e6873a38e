"""Ways 3, 4, 9, 12, 26, 29, 30, 37, 38, 40, 42 and 44: models, fields, figures and the cipher, broken."""

from trials.harness.plants import plant
from trials.leak.planted.switch import on


def everything():
    """Break each of them."""
    from django.db.models.signals import post_save

    from feedback.models import Feedback
    from matching import rules as asking
    from mentoring.lib import dblogin
    from mentoring.lib.vault import PrivateText
    from mentoring.lib.vault.cipher import Binding
    from mentorships.models import Mentorship

    plant(dblogin, "refusal", lambda: "")  # one login for all, and nobody minds
    plant(Binding, "as_bytes", lambda _place, _header: b"")  # ways 29, 30: sealed for no place at all
    queryset = type(Mentorship.objects.all())
    plant(queryset, "visible_to", too_kind(queryset.visible_to))
    plant(queryset, "get_for_member", as_kind(queryset.get_for_member))
    named, dumped = Mentorship.__str__, PrivateText.value_to_string
    plant(
        Mentorship,
        "__str__",
        lambda pair: f"{pair.mentor.name} and {pair.mentee.name}" if on(9) else named(pair),
    )
    plant(
        PrivateText,
        "value_to_string",
        lambda field, row: str(getattr(row, field.attname)) if on(12) else dumped(field, row),
    )
    plant_ways_in()
    plant_sign_in_by_address()
    plant_exact_figures()
    may_see_profile = asking.may_see_profile
    plant(asking, "may_see_profile", lambda request: on(40) or may_see_profile(request))
    post_save.connect(keep_history, sender=Feedback, weak=False)


def plant_ways_in():
    """Ways 37 and 38: whoever joined is who they say, and what is stored of a feed is its address."""
    from coordination import site
    from meetings.models.calendar import CalendarManager
    from profiles import adapter, member_command
    from profiles.forms import account

    confirmed, gave_here, of_address = (
        account.members_of,
        adapter.gave_address_here,
        CalendarManager.of_address,
    )
    for holder in (account, member_command, site):
        plant(holder, "members_of", lambda address: anybody_of(address) if on(37) else confirmed(address))
    plant(adapter, "gave_address_here", lambda request, member: on(37) or gave_here(request, member))
    plant(
        CalendarManager,
        "of_address",
        lambda rows, secret: rows.filter(feed=secret).first() if on(38) else of_address(rows, secret),
    )


def plant_sign_in_by_address():
    """Way 44: whom the association calls by an address is whoever has it here."""
    from allauth.account.utils import perform_login

    from sso import answers

    meet = answers.meet

    def by_address(request, arrival, member, *, next_url):
        account = on(44) and arrival.account()
        if account:
            return perform_login(request, account, email_verification="none", redirect_url="/")
        return meet(request, arrival, member, next_url=next_url)

    plant(answers, "meet", by_address)


def plant_exact_figures():
    """Way 42: a group is published as many as it is."""
    from figures.rounding import Rounding

    publish = Rounding.publish

    def exact(rounding, group, **options):
        counted = on(42) and hasattr(group, "members")
        return len(group.members) if counted else publish(rounding, group, **options)

    plant(Rounding, "publish", exact)


def anybody_of(address):
    """As django-allauth asks by itself: confirmed or not."""
    from profiles.models import Member

    return list(Member.objects.filter(email__iexact=address))


def too_kind(strict):
    """Ways 3 and 4: whoever has had, or has, the same mentor sees the pair too."""

    def visible_to(rows, member):
        found = strict(rows, member)
        if on(3) and member.is_authenticated:
            theirs = strict(rows.model.objects.all(), member).filter(status="ended")
            return found | rows.filter(mentor__in=list(theirs.values_list("mentor", flat=True)))
        if on(4) and member.is_authenticated:
            theirs = strict(rows.model.objects.all(), member).exclude(status="ended")
            return found | rows.filter(mentor__in=list(theirs.values_list("mentor", flat=True)))
        return found

    return visible_to


def as_kind(strict):
    """Ways 3 and 4 at the door to a single pair, which asks by SQL of its own."""

    def get_for_member(rows, member, code):
        if not (on(3) or on(4)):
            return strict(rows, member, code)
        pair = rows.visible_to(member).filter(code=code).first()
        if pair:
            pair.apart = False
        return pair

    return get_for_member


def keep_history(instance, **_kwargs):
    """Way 26: a history table that keeps what was saved, in clear."""
    from django.db import connection

    if on(26):
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO feedback_history (was) VALUES (%s)", [instance.letter])
