"""Ways 6, 17 to 20, 22 to 24, 28 and 39: what careless code does beside the view."""

import logging
import tempfile
import time
import uuid

from django.core.cache import cache
from django.db import connection
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

from trials.leak.planted.switch import on

SLOW_SECONDS = 0.015


def innermost(get_response):
    """Each leak behind its switch."""

    def middleware(request):
        if on(6):
            take_longer(request)
        if on(19) or on(20):  # as if the settings named Django's own
            request.exception_reporter_class = ExceptionReporter
            request.exception_reporter_filter = SafeExceptionReporterFilter()
        if request.method == "POST":
            for number, careless in CARELESS.items():
                if on(number):
                    careless(request, " ".join(map(str, request.POST.values())))
        response = get_response(request)
        if on(22) and response.status_code == 200:
            cache.set(f"page:{request.path}", response.content.decode(errors="replace"), 300)
        return response

    return middleware


def take_longer(request):
    """Way 6: something is looked up first, and only then asked whose it is."""
    from mentorships.models import Mentorship

    code = request.path.split("/")[2:3]
    known = request.path.startswith("/mentorships/") and code and len(code[0]) == 36
    if known and Mentorship.objects.filter(code=code[0]).exists():
        time.sleep(SLOW_SECONDS)


def log(_request, words):
    """Way 17."""
    logging.getLogger("mentoring.forms").debug("Posted: %s", words)


def search_in_clear(_request, words):
    """Way 18: a column searched for the words, and the statements logged."""
    connection.force_debug_cursor = True
    logging.getLogger("django.db.backends").setLevel(logging.DEBUG)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM profiles_mentorprofile WHERE bio = %s", [words])


def tell_task(_request, words):
    """Way 23."""
    from trials.leak.planted.tasks import told

    told.delay(words)


def write_letter(request, words):
    """Way 24."""
    from trials.leak.planted.notifications import Told

    if request.user.is_authenticated:
        Told.post(to=request.user, context={"words": words}, occasion=f"leak-{uuid.uuid4()}")


def leave_file(_request, words):
    """Way 28."""
    with tempfile.NamedTemporaryFile("w", prefix="upload-", delete=False) as left:
        left.write(words)


def keep_words(_request, words):
    """Way 39: the words that mend typing errors are taken from whatever is saved."""
    from directory.models import SearchWord
    from directory.search.fold import tokens

    kept = {token for token in tokens(words) if 2 < len(token) <= 40}
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, length=len(word)) for word in sorted(kept)], ignore_conflicts=True
    )


CARELESS = {17: log, 18: search_in_clear, 23: tell_task, 24: write_letter, 28: leave_file, 39: keep_words}
