"""SAML as django-allauth speaks it, with an identity that has to be a lasting one (trap 5)."""

from allauth.socialaccount.providers.saml.provider import SAMLProvider
from django.urls import reverse

from sso.arrivals import provider_of
from sso.causes import NO_SUBJECT, UnusableAnswer
from sso.claims import subject_of

PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"


class AssociationSAMLProvider(SAMLProvider):
    """One provider of the operator's file with kind saml."""

    package = "sso.saml"

    def get_login_url(self, request, **kwargs):
        """Our own start."""
        return reverse("sso_start", args=[self.app.provider_id])

    def extract_uid(self, data):
        """The mapped attribute, or a NameID that lasts. UnusableAnswer for none.

        A NameID of another kind may be another person's tomorrow (an address), or nobody's (transient).
        """
        if subject := subject_of(provider_of(self.app.provider_id), data.get_attributes()):
            return subject
        if data.get_nameid_format() == PERSISTENT and data.get_nameid():
            return data.get_nameid()
        raise UnusableAnswer(NO_SUBJECT)

    def extract_common_fields(self, data):
        """None: attributes are read by the operator's map (sso.claims)."""
        return {}


provider_classes = [AssociationSAMLProvider]
