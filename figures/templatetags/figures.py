"""`{% plot shown %}`: a table as a drawing, with its caption and its numbers beside it."""

from django import template

from figures.findings import finding
from figures.plots import WIDTH, plot_of

register = template.Library()


@register.inclusion_tag("figures/plots/figure.html")
def plot(shown):
    """A table: caption, SVG, and all its numbers. No script, no style attribute."""
    return {"shown": shown, "plot": plot_of(shown), "finding": finding(shown), "width": WIDTH}
