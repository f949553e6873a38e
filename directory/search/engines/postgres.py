"""PostgreSQL: a tsvector a field with GIN. Built from our tokens, so no dictionary interferes."""

from collections import defaultdict

from directory.search.engines.base import FIELDS, TABLE, Engine

LAST_POSITION, POSITIONS_A_WORD = 16383, 255  # PostgreSQL's own limits


class Postgres(Engine):
    """A row of four tsvectors a mentor."""

    def remove(self, mentor_id):
        """Take one mentor out."""
        self.run(f"DELETE FROM {TABLE} WHERE mentor_id = %s", [mentor_id])

    def words(self, mentor_id):
        """Every token that is stored of a mentor, as a set."""
        vectors = " || ".join(FIELDS)
        stored = self.run(
            f"SELECT unnest(tsvector_to_array({vectors})) FROM {TABLE} WHERE mentor_id = %s", [mentor_id]
        )
        return {token for (token,) in stored}

    anywhere = " OR ".join(f"{field} @@ %s::tsquery" for field in FIELDS)

    def anywhere_params(self, word):
        """The parameters of `anywhere` for one word."""
        return [f"'{word}'"] * len(FIELDS)

    def store_many(self, rows):
        """Put in mentors that are not there yet: (mentor id, {field: [token]})."""
        values = ", ".join(["%s::tsvector"] * len(FIELDS))
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (mentor_id, {', '.join(FIELDS)}) VALUES (%s, {values})",
                [(pk, *(_vector(texts[field]) for field in FIELDS)) for pk, texts in rows],
            )

    def question(self, field):
        """One part of the statement of `find`."""
        return f"ARRAY(SELECT mentor_id FROM {TABLE} WHERE {field} @@ %s::tsquery)"

    def ids(self, value):
        """The mentor ids of one part."""
        return value

    def pattern(self, field, groups):
        """One phrase of every group, as a tsquery. Tokens hold letters and digits only."""
        either = (" | ".join(map(_in_a_row, group)) for group in groups)
        return " & ".join(f"({group})" for group in either)


def _in_a_row(phrase):
    return "(" + " <-> ".join(f"'{token}'" for token in phrase) + ")"


def _vector(tokens):
    places = defaultdict(list)
    for place, token in enumerate(tokens[:LAST_POSITION], start=1):
        if len(places[token]) < POSITIONS_A_WORD:
            places[token].append(str(place))
    return " ".join(f"'{token}':{','.join(spots)}" for token, spots in places.items())
