"""People in templates: initials on a tint where there is no photo."""

from django import template

from profiles import people

register = template.Library()
register.filter("initials", people.initials)
register.filter("tint", people.tint)


@register.simple_tag(takes_context=True)
def asks_password(context, email_address):
    """Whether whoever opens the link of a mail has to show by a password that they gave the address."""
    from profiles import sign_ups  # here: the floor of the bench has no allauth, and loads this module

    return not sign_ups.gave_address_here(context["request"], email_address.user)
