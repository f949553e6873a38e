"""A SAML provider's answers, built and signed here: good ones, and each kind of bad one."""

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from zlib import decompress

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from lxml import etree
from onelogin.saml2.utils import OneLogin_Saml2_Utils

ENTITY = "https://idp.library.example/metadata"
SIGN_IN = "https://idp.library.example/sign-in"
HOST = "mentoring.library.example"
SITE = f"http://{HOST}"
WAYS = "/accounts/saml/university/"
ACS = f"{SITE}{WAYS}acs/"
PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
SUBJECT_ID = "urn:oasis:names:tc:SAML:attribute:subject-id"


class Signer:
    """A key and its certificate."""

    def __init__(self):
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.library.example")])
        now = datetime.now(UTC)
        made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        made = made.serial_number(1).not_valid_before(now).not_valid_after(now + timedelta(days=9))
        pem = serialization.Encoding.PEM
        self.certificate = made.sign(key, hashes.SHA256()).public_bytes(pem).decode()
        self.key = key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ).decode()


def request_id(address):
    """The number of the request in the address to which a browser was sent."""
    packed = parse_qs(urlsplit(address).query)["SAMLRequest"][0]
    return etree.fromstring(decompress(base64.b64decode(packed), -15)).get("ID")


def moment(minutes=0):
    """As SAML writes it."""
    return (datetime.now(UTC) + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def assertion(
    asked,
    *,
    name_id="someone",
    name_format=PERSISTENT,
    attributes=(),
    audience=None,
    site=SITE,
    until=5,
    begins=-1,
    mark="a1",
):
    """The XML of an assertion that answers the request `asked`."""
    said = "".join(
        f'<saml:Attribute Name="{name}"><saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>'
        for name, value in dict(attributes).items()
    )
    statement = f"<saml:AttributeStatement>{said}</saml:AttributeStatement>" if said else ""
    answers = f'InResponseTo="{asked}" ' if asked else ""
    audience = audience or f"{site}{WAYS}metadata/"
    return f"""<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{mark}" Version="2.0"
 IssueInstant="{moment()}"><saml:Issuer>{ENTITY}</saml:Issuer><saml:Subject><saml:NameID Format="{name_format}"
>{name_id}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"
><saml:SubjectConfirmationData {answers}NotOnOrAfter="{moment(until)}" Recipient="{site}{WAYS}acs/"/></saml:SubjectConfirmation
></saml:Subject><saml:Conditions NotBefore="{moment(begins)}" NotOnOrAfter="{moment(until)}"
><saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions
><saml:AuthnStatement AuthnInstant="{moment()}"><saml:AuthnContext><saml:AuthnContextClassRef
>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext
></saml:AuthnStatement>{statement}</saml:Assertion>"""


def signed(xml, signer):
    """The same, with a signature in it."""
    text = OneLogin_Saml2_Utils.add_sign(
        xml,
        signer.key,
        signer.certificate,
        sign_algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        digest_algorithm="http://www.w3.org/2001/04/xmlenc#sha256",
    )
    return text.decode() if isinstance(text, bytes) else text


def answer(asked, *assertions, destination=ACS, status="Success"):
    """The posted field of a response that holds these assertions."""
    answers = f'InResponseTo="{asked}" ' if asked else ""
    xml = f"""<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="r1" Version="2.0"
 IssueInstant="{moment()}" Destination="{destination}" {answers}><saml:Issuer
 xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">{ENTITY}</saml:Issuer><samlp:Status><samlp:StatusCode
 Value="urn:oasis:names:tc:SAML:2.0:status:{status}"/></samlp:Status>{"".join(assertions)}</samlp:Response>"""
    return {"SAMLResponse": base64.b64encode(xml.encode()).decode()}
