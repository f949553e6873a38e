"""{% colon %}, {% colon_after label %} and {% semicolon %}, in every template."""

from django import template

from mentoring.lib import separators

register = template.Library()
register.simple_tag(separators.colon)
register.simple_tag(separators.colon_after)
register.simple_tag(separators.semicolon)
