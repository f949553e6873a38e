"""Files of settings, as they are exported and taken in."""

import json

from coordination.handover.settings_file import export_settings


def exported(**parts):
    content = json.loads(export_settings())
    content["parts"] = parts or content["parts"]
    return content


def as_bytes(content):
    return json.dumps(content).encode()


def word(**more):
    return {"kind": "area", "slug": "kites", "label": "Kites", **more}
