"""Lengths of time on pages."""

from django import template

from mentoring.lib.durations import hours_and_minutes

register = template.Library()
register.filter(hours_and_minutes)
