"""People in templates: initials on a tint where there is no photo."""

from django import template

from profiles import people

register = template.Library()
register.filter("initials", people.initials)
register.filter("tint", people.tint)
