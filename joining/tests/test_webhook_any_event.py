"""Whatever is in an event, it is read or refused, and never an error."""

import json
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from joining.webhook.events import BadEvent, NotUsed, read_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("webhook")]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
HEADINGS = st.sampled_from(
    ["email", "name", "id", "status", "former_ids", "merged_into", "paid through", "test"]
)
DATA = st.dictionaries(HEADINGS | st.text(string.printable), VALUES, max_size=8)
TYPES = st.sampled_from(["member.joined", "member.merged", "member.lapsed"]) | VALUES


@pytest.mark.any_database
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries({}, optional={"type": TYPES, "timestamp": VALUES, "data": DATA | VALUES}))
def test_whatever_is_in_it_an_event_is_read_or_refused(event):
    from django.utils import timezone

    now = timezone.now()
    try:
        read = read_event(json.dumps(event).encode(), sent_at=now)
    except (BadEvent, NotUsed):
        return
    json.dumps(read.data).encode()
    assert "\x00" not in str(read.data)
    assert set(read.data) == set(KNOWN)


KNOWN = (
    *("external_id", "email", "name", "preferred_name", "job_title", "employer", "city", "region", "country"),
    *("language", "state", "paid_through", "former_ids"),
)
