"""What both engines share: one statement asks for every phrase in every field at once."""

from collections import defaultdict

FIELDS = ("name", "headline", "place", "bio")
TABLE = "profiles_searchtext"
LONGEST = 255  # letters; PostgreSQL takes words of 2,046 bytes


def _fits(token):
    return len(token) <= LONGEST


class Engine:
    """A table of tokens, a row a mentor. Subclasses say how it is made, filled and asked."""

    def __init__(self, connection):
        self.connection = connection

    def run(self, sql, params=()):
        """Execute one statement. Returns its rows, if it has any."""
        with self.connection.cursor() as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall() if cursor.description else []

    def store(self, mentor_id, texts):
        """Keep the tokens of one mentor: {field: [token]}. An empty dict takes the mentor out."""
        self.remove(mentor_id)
        if texts:
            short = {field: list(filter(_fits, tokens)) for field, tokens in texts.items()}
            self.store_many([(mentor_id, short)])

    def clear(self):
        """Forget every mentor."""
        self.run(f"DELETE FROM {TABLE}")

    def find(self, phrases):
        """{phrase: {field: [mentor id]}} for phrases (tuples of tokens), in one statement."""
        asked = [
            (phrase, field) for phrase in phrases if all(map(_fits, phrase)) for field in FIELDS
        ]
        found = {phrase: defaultdict(list) for phrase in phrases}
        if not asked:
            return found
        parts = [self.question(number, field) for number, (_, field) in enumerate(asked)]
        params = [self.pattern(phrase, field) for phrase, field in asked]
        for number, mentor_id in self.run(" UNION ALL ".join(parts), params):
            phrase, field = asked[number]
            found[phrase][field].append(mentor_id)
        return found
