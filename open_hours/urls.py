"""Open hours: free times, one of them, and days of them."""

from django.urls import path

from open_hours.views import booked, days, listing, offering, talk

ONE = "open-hours/<uuid:code>/"
DAY = "open-hours/days/<uuid:code>/"
urlpatterns = [
    path("open-hours/", listing.open_hours, name="open_hours"),
    path("open-hours/mine/", listing.my_talks, name="my_talks"),
    path("open-hours/offer/", offering.talk_offer, name="talk_offer"),
    path(DAY, days.talk_day, name="talk_day"),
    path(f"{DAY}leave/", days.talk_day_leave, name="talk_day_leave"),
    path(f"{DAY}wait/", days.talk_day_wait, name="talk_day_wait"),
    path(f"{DAY}programme/", days.talk_day_programme, name="talk_day_programme"),
    path(ONE, talk.talk_detail, name="talk_detail"),
    path(f"{ONE}cancel/", talk.talk_cancel, name="talk_cancel"),
    path(f"{ONE}withdraw/", talk.talk_withdraw, name="talk_withdraw"),
    path(f"{ONE}decline/", talk.talk_decline, name="talk_decline"),
    path(f"{ONE}block/", talk.talk_block, name="talk_block"),
    path(f"{ONE}afterwards/", booked.talk_afterwards, name="talk_afterwards"),
]
