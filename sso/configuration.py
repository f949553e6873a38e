"""The sign-in systems of the association, from one JSON file that the operator writes (docs/sso.md).

Settings read it, so nothing here may touch a model.
"""

import base64
import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509

from mentoring.lib.env import OddSetting

VARIABLE = "SSO_PROVIDERS"
DATA = Path(__file__).resolve().parent / "data"
OIDC, OAUTH2, SAML = "oidc", "oauth2", "saml"
COMMON = {"id", "kind", "name", "claims", "states", "verified_addresses", "everyone", "origins", "hidden"}
CLIENT = {"client_id", "client_secret", "scope", "token_auth", "pkce"}
NEEDED = {
    OIDC: {"server_url", "client_id", "client_secret"},
    OAUTH2: {"authorize_url", "token_url", "profile_url", "client_id", "client_secret"},
    SAML: {"entity_id", "sso_url", "certificate"},
}
ALLOWED = {
    OIDC: NEEDED[OIDC] | CLIENT,
    OAUTH2: NEEDED[OAUTH2] | CLIENT,
    SAML: NEEDED[SAML] | {"sp_entity_id"},
}
STATES = {"current", "lapsed"}
MEMBERSHIP = {"state", "paid_through"}  # in no default: an operator says that there is such a claim
LOCAL = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True)
class SsoProvider:
    """One way to sign in with the association's own account.

    `claims` {field: candidates}: where each fact stands in what the provider sends. `states` {folded word: "current"
    or "lapsed"}: its words for a membership. `verified_addresses`: its addresses are known to be their owners'.
    `everyone`: whoever can sign in there is a member. `hidden`: without a
    button, while the operator tries it out. `options` is what only its kind has.
    """

    id: str
    kind: str
    name: str
    options: dict
    claims: dict
    states: dict = field(default_factory=dict)
    verified_addresses: bool = False
    everyone: bool = False
    more_origins: tuple = ()
    hidden: bool = False

    @property
    def origins(self):
        """Where a browser is sent to sign in, as a content security policy names it."""
        address = next(
            self.options[key] for key in ("authorize_url", "sso_url", "server_url") if key in self.options
        )
        return (_origin(address), *self.more_origins)


@cache
def default_claims():
    """{kind: {field: (candidate, …)}} as delivered."""
    by_kind = json.loads((DATA / "claims.json").read_text())
    return {kind: _candidates(claims) for kind, claims in by_kind.items()}


def read_providers(path):
    """The providers of a file, in its order; none without a file. OddSetting with a sentence for a mistake."""
    if not path:
        return ()
    try:
        listed = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise OddSetting(VARIABLE, f"{path} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise OddSetting(VARIABLE, f"{path} is not JSON: {error}") from None
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise OddSetting(VARIABLE, f"{path}: expected a list of providers, [{{…}}, …]")
    providers = tuple(_provider(entry) for entry in listed)
    if len({provider.id for provider in providers}) < len(providers):
        raise OddSetting(VARIABLE, f"{path}: two providers have the same id")
    return providers


def _provider(entry):
    name = str(entry.get("id", ""))
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", name):
        raise OddSetting(VARIABLE, f"expected an id of small letters, digits and dashes, found {name!r}")
    kind = entry.get("kind")
    if kind not in NEEDED:
        raise OddSetting(VARIABLE, f"{name}: expected kind oidc, oauth2 or saml, found {kind!r}")
    _check_keys(name, kind, entry)
    options = {key: entry[key] for key in ALLOWED[kind] if key in entry}
    for key in [key for key in options if key.endswith("_url")]:
        _check_address(name, key, options[key])
    if "certificate" in options:
        _check_certificate(name, options)
    claims = {**default_claims()[kind], **_claims(name, entry.get("claims", {}))}
    if not claims.get("subject"):
        raise OddSetting(VARIABLE, f"{name}: claims.subject has to say what never changes about a person")
    provider = SsoProvider(
        id=name,
        kind=kind,
        name=str(entry.get("name") or ""),
        options=options,
        claims=claims,
        states=_states(name, entry.get("states", {})),
        verified_addresses=_yes_or_no(name, entry, "verified_addresses"),
        everyone=_yes_or_no(name, entry, "everyone"),
        more_origins=_origins(name, entry.get("origins", [])),
        hidden=_yes_or_no(name, entry, "hidden"),
    )
    _check_membership(provider)
    return provider


def _check_keys(name, kind, entry):
    missing = (NEEDED[kind] | {"name"}) - {key for key, value in entry.items() if value}
    if missing:
        raise OddSetting(VARIABLE, f"{name}: missing {', '.join(sorted(missing))}")
    unknown = set(entry) - COMMON - ALLOWED[kind]
    if unknown:
        raise OddSetting(VARIABLE, f"{name}: {kind} has no setting {', '.join(sorted(unknown))}")


def _check_membership(provider):
    """A provider that says nothing of a membership lets everybody in: that has to be said."""
    if not provider.everyone and not MEMBERSHIP & set(provider.claims):
        raise OddSetting(
            VARIABLE,
            f"{provider.id}: say in claims.state or claims.paid_through where the membership stands, "
            'or "everyone": true if only members can sign in there',
        )


def _check_address(name, key, value):
    parts = urlsplit(value) if isinstance(value, str) else urlsplit("")
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL)
    if not safe or not parts.hostname:
        raise OddSetting(VARIABLE, f"{name}: expected {key} to begin with https://, found {value!r}")


def _check_certificate(name, options):
    """Typed in one line or in PEM; OddSetting if it is none."""
    body = re.sub(r"-----[A-Z ]+-----|\s", "", str(options["certificate"]))
    try:
        x509.load_der_x509_certificate(base64.b64decode(body, validate=True))
    except ValueError:
        raise OddSetting(VARIABLE, f"{name}: certificate is no X.509 certificate") from None


def _claims(name, claims):
    fields = {*MEMBERSHIP, *default_claims()[OIDC]}
    if not isinstance(claims, dict):
        raise OddSetting(VARIABLE, f"{name}: expected claims to be {{field: where it stands}}")
    if unknown := set(claims) - fields:
        raise OddSetting(
            VARIABLE,
            f"{name}: no such field in claims: {', '.join(sorted(unknown))}; there are {sorted(fields)}",
        )
    return _candidates(claims)


def _candidates(claims):
    """{field: (candidate, …)} of one or a list of each; a field with none is switched off."""
    listed = {key: [value] if isinstance(value, str) else (value or []) for key, value in claims.items()}
    return {key: tuple(map(str, value)) for key, value in listed.items() if value}


def _states(name, states):
    if not isinstance(states, dict) or not set(states.values()) <= STATES:
        raise OddSetting(VARIABLE, f'{name}: expected states to be {{"their word": "current" or "lapsed"}}')
    return states


def _yes_or_no(name, entry, key):
    if not isinstance(entry.get(key, False), bool):
        raise OddSetting(VARIABLE, f"{name}: expected {key} to be true or false")
    return entry.get(key, False)


def _origins(name, origins):
    if not isinstance(origins, list):
        raise OddSetting(VARIABLE, f"{name}: expected origins to be a list of addresses")
    for address in origins:
        _check_address(name, "each of origins", address)
    return tuple(map(_origin, origins))


def _origin(address):
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
