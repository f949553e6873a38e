"""What every page begins and ends with: who may come, by which methods; and why a service refused."""

from types import SimpleNamespace

import pytest
from django import forms
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse

from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal


class Refused(Exception):
    pass


class OneField(forms.Form):
    text = forms.CharField()


def page(*methods):
    @member_page(*methods)
    def view(request):
        return HttpResponse("in")

    return view


def answer(rf, methods, method, *, signed_in):
    request = rf.generic(method, "/some/page/")
    request.user = SimpleNamespace(is_authenticated=True) if signed_in else AnonymousUser()
    return page(*methods)(request)


@pytest.mark.parametrize(
    ("methods", "method", "status"),
    (
        (("GET",), "GET", 200),
        (("GET",), "HEAD", 200),
        (("GET",), "POST", 405),
        (("POST",), "POST", 200),
        (("POST",), "GET", 405),
        (("POST",), "HEAD", 405),
        (("GET", "POST"), "POST", 200),
        (("GET", "POST"), "DELETE", 405),
    ),
)
def test_a_page_answers_its_own_methods_and_head_with_get(rf, methods, method, status):
    assert answer(rf, methods, method, signed_in=True).status_code == status


def test_a_wrong_method_is_refused_before_anybody_is_asked_to_sign_in(rf):
    assert answer(rf, ("GET",), "DELETE", signed_in=False).status_code == 405


def test_who_is_signed_out_is_sent_to_sign_in(rf):
    response = answer(rf, ("GET",), "GET", signed_in=False)

    assert response.status_code == 302
    assert "next=/some/page/" in response.url


def test_a_refusal_stands_in_the_form_and_ends_the_block():
    form = OneField({"text": "something"})
    assert form.is_valid()

    with show_refusal(Refused, form=form, field="text"):
        raise Refused("Not now.")

    assert form.errors == {"text": ["Not now."]}


def test_without_a_form_a_refusal_is_a_message(monkeypatch):
    shown = []
    monkeypatch.setattr(messages, "error", lambda request, text: shown.append((request, text)))

    with show_refusal(Refused, request="the request"):
        raise Refused("Not now.")

    assert shown == [("the request", "Not now.")]


def test_whatever_else_goes_wrong_is_not_swallowed():
    with pytest.raises(ValueError, match="broken"), show_refusal(Refused, form=OneField()):
        raise ValueError("broken")
