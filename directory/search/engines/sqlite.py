"""SQLite: FTS5. The tokens are folded before they are stored, so the tokenizer only splits."""

from directory.search.engines.base import FIELDS, TABLE, Engine


class Sqlite(Engine):
    """An FTS5 table whose row number is the mentor's."""

    def remove(self, mentor_id):
        """Take one mentor out."""
        self.run(f"DELETE FROM {TABLE} WHERE rowid = %s", [mentor_id])

    def tidy(self):
        """FTS5 only notes that a text has gone; its words stay until all its parts are made into one."""
        self.run(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')")

    def words(self, mentor_id):
        """Every token that is stored of a mentor, as a set."""
        stored = self.run(f"SELECT {', '.join(FIELDS)} FROM {TABLE} WHERE rowid = %s", [mentor_id])
        return {token for texts in stored for text in texts for token in text.split()}

    anywhere = f"{TABLE} MATCH %s"

    def anywhere_params(self, word):
        """The parameters of `anywhere` for one word."""
        return [f'"{word}"']

    def store_many(self, rows):
        """Put in mentors that are not there yet: (mentor id, {field: [token]})."""
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (rowid, {', '.join(FIELDS)}) VALUES (%s, %s, %s, %s, %s)",
                [(pk, *(" ".join(texts[field]) for field in FIELDS)) for pk, texts in rows],
            )

    def question(self, field):
        """One part of the statement of `find`."""
        # All ids in one value: a row for each is what would cost, with thousands of them.
        return f"(SELECT group_concat(rowid) FROM {TABLE} WHERE {TABLE} MATCH %s)"

    def ids(self, value):
        """The mentor ids of one part."""
        return list(map(int, value.split(",")))

    def pattern(self, field, groups):
        """One phrase of every group, in FTS5's own words. Tokens hold letters and digits only."""
        either = (" OR ".join(f'"{" ".join(phrase)}"' for phrase in group) for group in groups)
        return f"{field} : ({' AND '.join(f'({group})' for group in either)})"
