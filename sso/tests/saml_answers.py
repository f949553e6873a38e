"""A good answer of a SAML provider."""

from lxml import etree

from testing import saml_answers as saml

ADA = {
    saml.SUBJECT_ID: "ada-1@library.example",
    "mail": "ada@library.example",
    "givenName": "Ada",
    "sn": "Okafor",
    "status": "active",
}


def good(asked, signer, **changes):
    return saml.signed(saml.assertion(asked, **{"attributes": ADA, **changes}), signer)


def signature_last(xml):
    """The same assertion with its signature, which is good wherever it stands, behind everything else."""
    element = etree.fromstring(xml.encode())
    element.append(element.find("{http://www.w3.org/2000/09/xmldsig#}Signature"))
    return etree.tostring(element).decode()
