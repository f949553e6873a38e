"""What the pages of one programme begin with."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404

from mentoring.lib.access import member_page
from programmes import rules
from programmes.models import Programme


def programme_page(*methods, inside=False):
    """A page of a programme: the view is given the programme, which knows the reader's enrolment as `mine`.

    A draft is not there (404). With `inside`, whoever does not take part is refused (403).
    """

    def decorate(view):
        @member_page(*methods)
        @wraps(view)
        def page(request, code, **kwargs):
            programme = Programme.objects.published().filter(code=code).first()
            if programme is None:
                raise Http404
            programme.mine = rules.open_enrolment(request.user, programme)
            if inside and not rules.takes_part(programme.mine):
                raise PermissionDenied
            return view(request, programme, **kwargs)

        return page

    return decorate
