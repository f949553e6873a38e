"""In which order a mail says its sentences, and which of them exclude each other: read from its templates."""

from dataclasses import dataclass
from functools import cache

from django.template.defaulttags import IfNode
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode, IncludeNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode


@dataclass(frozen=True)
class Choice:
    """What stands there on one occasion or another: a tuple for each. A single one: there, or not at all."""

    branches: tuple


@cache
def arrangement(name):
    """Of one template: messages as (source, plural), and Choices of them."""
    return _of_nodes(get_template(name).template.nodelist)


def _of_nodes(nodes):
    return tuple(part for node in nodes for part in _of_node(node))


def _of_node(node):
    if isinstance(node, TranslateNode):
        yield str(node.filter_expression.var.literal).replace("%", "%%"), ""
    elif isinstance(node, BlockTranslateNode):
        plural = node.render_token_list(node.plural)[0] if node.plural else ""
        yield node.render_token_list(node.singular)[0], plural
    elif isinstance(node, IfNode):
        branches = [_of_nodes(nodelist) for _condition, nodelist in node.conditions_nodelists]
        if branches := tuple(branch for branch in branches if branch):
            yield Choice(branches)
    elif isinstance(node, IncludeNode | ExtendsNode):
        other = node.template if isinstance(node, IncludeNode) else node.parent_name
        yield from arrangement(other.var)
        yield from _of_children(node)
    else:
        yield from _of_children(node)


def _of_children(node):
    for name in node.child_nodelists:
        yield from _of_nodes(getattr(node, name, None) or ())
