"""Other functions in the place of hooks that rooms have registered."""

from mentoring.lib.registry.base import Hook, Hooks


def only(*functions):
    """Hooks with just these functions, in this order."""
    hooks = Hooks()
    for number, function in enumerate(functions):
        hooks.add(number, Hook(str(number), function, number))
    return hooks


def replace(monkeypatch, hooks, name, function):
    """Another function in the place of the hook of that name."""
    hook = hooks.get(name)
    monkeypatch.setitem(hooks._entries, name, Hook(name, function, hook.order))
