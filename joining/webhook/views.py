"""The webhook of the membership system: it is answered at once, and the worker does the rest."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.http import Http404, JsonResponse, UnreadablePostError
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from joining.models import MembershipEvent
from joining.webhook.events import LARGEST, BadEvent, NotUsed, read_event
from joining.webhook.signature import BadSignature, verify


class TooLarge(Exception):
    """A body beyond the limit."""


@csrf_exempt
@require_POST
def membership_webhook(request):
    """202 for an event that is new, 200 for one that came before or is none for us; else why not, in a sentence."""
    keys = settings.MEMBERSHIP_WEBHOOK_SECRETS
    if not keys:
        raise Http404
    try:
        return _received(request, keys)
    except BadSignature as reason:
        return _answer(401, received=False, why=str(reason))
    except (TooLarge, RequestDataTooBig):
        return _answer(413, received=False, why=f"more than {LARGEST >> 10} kB")
    except BadEvent as reason:
        return _answer(400, received=False, why=str(reason))
    except UnreadablePostError:
        return _answer(400, received=False, why="the body broke off")
    except NotUsed as reason:
        return _answer(200, received=False, why=str(reason))
    except (InterfaceError, OperationalError):
        return _answer(503, received=False, why="the database is away")


def _received(request, keys):
    body = _body(request)
    webhook_id, sent_at = verify(request.headers, body, keys, timezone.now())
    event = read_event(body, sent_at=sent_at)
    try:
        with transaction.atomic():
            MembershipEvent.objects.create(
                webhook_id=webhook_id, type=event.type, occurred_at=event.occurred_at, data=event.data
            )
    except IntegrityError:
        return _answer(200, received=True, why="received before")
    return _answer(202, received=True)


def _body(request):
    if len(request.body) > LARGEST:  # far larger ones are not read at all: RequestDataTooBig
        raise TooLarge
    return request.body


def _answer(status, **said):
    return JsonResponse(said, status=status)
