"""The page on which coordinators change the numbers."""

PAGE = "/admin/configuration/numberchange/numbers/"


def typed(client, **changed):
    """What the page holds, with some of it typed anew."""
    form = client.get(PAGE).context["form"]
    held = {
        name: field.field.prepare_value(form.initial[name])
        for name, field in zip(form.fields, form, strict=True)
    }
    return {**held, **changed}
