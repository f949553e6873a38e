"""A good answer of a SAML provider."""

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
