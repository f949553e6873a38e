"""The optional packages of SAML: both carry a libxml2, and it has to be the same (trap 14)."""

from importlib import import_module

from mentoring.lib.env import OddSetting
from sso.configuration import SAML, VARIABLE


def saml_is_installed(providers):
    """Whether SAML can be spoken. OddSetting if a provider wants it and it cannot."""
    try:
        import_module("xmlsec")
        import_module("onelogin.saml2.auth")
    except ImportError as error:
        if any(provider.kind == SAML for provider in providers):
            raise OddSetting(
                VARIABLE, f"SAML needs more: .venv/bin/pip install -r requirements-saml.txt ({error})"
            ) from None
        return False
    return True
