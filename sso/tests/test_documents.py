"""What docs/sso.md shows works as it stands there."""

import json
import re
from pathlib import Path

from django.conf import settings

from sso.configuration import COMMON, MEMBERSHIP, NEEDED, default_claims, read_providers
from testing.saml_answers import Signer

TEXT = (Path(settings.BASE_DIR) / "docs/sso.md").read_text()


def test_the_example_is_a_good_file(tmp_path):
    entries = json.loads(re.search(r"```json\n(.*?)```", TEXT, re.S)[1])
    entries[2]["certificate"] = Signer().certificate
    path = tmp_path / "sso.json"
    path.write_text(json.dumps(entries))

    assert [one.kind for one in read_providers(str(path))] == ["oauth2", "oidc", "saml"]


def test_every_setting_and_every_fact_is_named():
    names = {
        *COMMON,
        *MEMBERSHIP,
        *(key for keys in NEEDED.values() for key in keys),
        *default_claims()["oidc"],
    }

    assert {name for name in names if f"`{name}`" not in TEXT} == set()
