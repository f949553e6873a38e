"""Finding and asking."""

from django.urls import path

from matching.views import ask, assignment, block, find, mentor, requests, start, watch, wishes

urlpatterns = [
    path("start/mentors/", start.first_mentors, name="first_mentors"),
    path("mentors/", find.mentor_list, name="mentor_list"),
    path("mentors/<uuid:code>/", mentor.mentor_detail, name="mentor_detail"),
    path("mentors/<uuid:code>/ask/", ask.request_new, name="request_new"),
    path("mentors/<uuid:code>/ask/draft/", ask.request_draft, name="request_draft"),
    path("mentors/<uuid:code>/mark/<slug:kind>/", mentor.mentor_mark, name="mentor_mark"),
    path("mentors/<uuid:code>/watch/", watch.mentor_watch, name="mentor_watch"),
    path("mentors/<uuid:code>/block/", block.mentor_block, name="mentor_block"),
    path("shortlist/", mentor.shortlist, name="shortlist"),
    path("shortlist/<uuid:code>/note/", mentor.shortlist_note, name="shortlist_note"),
    path("requests/", requests.request_list, name="request_list"),
    path("requests/<uuid:code>/", requests.request_detail, name="request_detail"),
    path("requests/<uuid:code>/accept/", requests.request_accept, name="request_accept"),
    path("requests/<uuid:code>/decline/", requests.request_decline, name="request_decline"),
    path("requests/<uuid:code>/withdraw/", requests.request_withdraw, name="request_withdraw"),
    path("requests/<uuid:code>/talk/", requests.request_talk, name="request_talk"),
    path("requests/<uuid:code>/watch/", watch.request_watch, name="request_watch"),
    path("requests/<uuid:code>/block/", block.request_block, name="request_block"),
    path("wishes/", wishes.wish_list, name="wish_list"),
    path("wishes/<uuid:code>/offer/", wishes.wish_offer, name="wish_offer"),
    path("wishes/mine/", wishes.wish_mine, name="wish_mine"),
    path("wishes/mine/take-back/", wishes.wish_take_back, name="wish_take_back"),
    path("wishes/mine/coordinators/", assignment.wish_assign, name="wish_assign"),
    path("wishes/mine/<uuid:code>/decline/", wishes.wish_decline, name="wish_decline"),
    path("mentorships/<uuid:code>/trouble/block/", block.mentorship_block, name="mentorship_block"),
    path("profile/blocked/", block.blocked_list, name="blocked_list"),
    path("profile/blocked/<uuid:code>/", block.unblock, name="unblock"),
]
