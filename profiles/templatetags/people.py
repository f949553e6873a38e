"""People in templates: initials where there is no photo, and the clock where they are."""

from django import template

from profiles import people

register = template.Library()
register.filter("initials", people.initials)
register.filter("local_time", people.local_time)
register.filter("tint", people.tint)
register.filter("answers", people.answer_words)


@register.filter
def room(mentor):
    """The room a mentor has left, in words."""
    return people.room_words(mentor.room, taking=mentor.taking_requests)
