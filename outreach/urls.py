"""Inviting a colleague, the way to be left alone, a quote, and a page for whoever wonders."""

from django.urls import path

from outreach.views import inviting, quote, step_up

urlpatterns = [
    path("could-i-be-a-mentor/", step_up.could_i_be_a_mentor, name="could_i_be_a_mentor"),
    path("invite-a-colleague/", inviting.invite_colleague, name="invite_colleague"),
    path("invited/stop/<str:token>/", inviting.invited_stop, name="invited_stop"),
    path("profile/mentor/quote/", quote.mentor_quote, name="mentor_quote"),
    path("profile/mentor/quote/take-back/", quote.mentor_quote_take_back, name="mentor_quote_take_back"),
]
