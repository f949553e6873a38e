"""The buttons of the association's sign-in."""

from django import template
from django.conf import settings

register = template.Library()


def lead_to(request, providers):
    """Forms of this page may lead there (sso.middleware)."""
    request.sso_origins = [origin for provider in providers for origin in provider.origins]


@register.simple_tag
def sso_providers():
    """The providers of the operator's file that members see."""
    return [provider for provider in settings.SSO_PROVIDERS if not provider.hidden]


@register.inclusion_tag("sso/_buttons.html", takes_context=True)
def sso_buttons(context, process="login"):
    """A button for each provider, or nothing; to connect, for each that is not connected."""
    form = context.get("form")
    connected = {account.provider for account in form.accounts} if process == "connect" else set()
    providers = sso_providers()
    lead_to(context["request"], providers)
    return {
        "providers": [provider for provider in providers if provider.id not in connected],
        "process": process,
        "csrf_token": context.get("csrf_token"),
        "next": context.get("redirect_field_value") or "",
    }
