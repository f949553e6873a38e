"""What every page of a pair begins with, whose it is and who the two are."""

from functools import wraps

from django.http import Http404

from mentoring.lib.access import member_page
from mentorships import rules
from mentorships.models import Mentorship
from mentorships.services.life import opened
from profiles.models import Member
from profiles.vocabulary import words


def pair_page(*methods):
    """A page of a pair, for its two: `@member_page`, and the view is given the mentorship, not its code."""

    def decorate(view):
        @member_page(*methods)
        @wraps(view)
        def page(request, code, **kwargs):
            return view(request, pair_or_404(request, code), **kwargs)

        return page

    return decorate


def pair_or_404(request, code):
    """The mentorship, if the reader is one of its two. Everybody else: the same 404 as for nothing."""
    pair = Mentorship.objects.get_for_member(request.user, code)
    if pair is None:
        raise Http404
    if pair.mentor_id == request.user.pk:
        pair.mentor, pair.mentee = request.user, Member.objects.get_fast(pair.mentee_id)
    else:
        pair.mentor, pair.mentee = Member.objects.get_fast(pair.mentor_id), request.user
    opened(pair)
    return pair


def pair_context(request, mentorship):
    """What every page of a pair needs."""
    other = mentorship.partner_of(request.user)
    return {
        "mentorship": mentorship,
        "other": other,
        "i_was_asked": request.user.pk == mentorship.mentor_id,
        "peers": rules.are_peers(mentorship),
        "i_am_mentor": request.user.pk == mentorship.mentor_id and not rules.are_peers(mentorship),
        "may_write": rules.may_write(request.user, mentorship),
        "focus": words().name("helps_with", mentorship.focus),
        "style": words().name("style", mentorship.style),
    }


def number_in(given):
    """The number of a version out of a form or an address; 0, which no version has, for all else."""
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 9 else 0
