from django.db import migrations

SQLITE = """
CREATE TRIGGER custody_disclosure_no_{verb} BEFORE {verb} ON custody_disclosure
BEGIN SELECT RAISE(ABORT, 'The record of disclosures is never changed.'); END
"""
POSTGRES = """
CREATE FUNCTION custody_disclosure_stays() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'The record of disclosures is never changed.'; END$$;
CREATE TRIGGER custody_disclosure_stays BEFORE UPDATE OR DELETE
ON custody_disclosure FOR EACH ROW EXECUTE FUNCTION custody_disclosure_stays();
"""


def refuse_changes(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRES)
    else:
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(SQLITE.format(verb=verb))


class Migration(migrations.Migration):
    dependencies = [("custody", "0001_initial")]
    operations = [migrations.RunPython(refuse_changes, elidable=False)]
