"""What both engines share: one statement asks for every phrase in every field at once."""

FIELDS = ("name", "headline", "place", "bio")
TABLE = "directory_searchtext"
LONGEST = 255  # letters; PostgreSQL takes words of 2,046 bytes


def _fits(token):
    return len(token) <= LONGEST


def _sound(phrase):
    return all(map(_fits, phrase))


class Engine:
    """A table of tokens, a row a mentor. A migration makes it; subclasses say how it is filled and asked."""

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

    def tidy(self):
        """Leave no trace of texts that were taken out, where an engine keeps some."""

    def in_use(self, words):
        """Which of these words stand in some mentor's text, as a set."""
        asked = list(filter(_fits, words))
        if not asked:
            return set()
        parts = ", ".join([f"EXISTS (SELECT 1 FROM {TABLE} WHERE {self.anywhere})"] * len(asked))
        params = [param for word in asked for param in self.anywhere_params(word)]
        [answers] = self.run(f"SELECT {parts}", params)
        return {word for word, there in zip(asked, answers, strict=True) if there}

    def find(self, phrases, fields=FIELDS, beside=()):
        """{phrase: {field: [mentor id]}} for phrases (tuples of tokens), in one statement.

        `beside` holds groups of phrases: of each group that does not hold the phrase itself, one
        at least has to stand in the same field.
        """
        asked = [(phrase, field) for phrase in phrases if _sound(phrase) for field in fields]
        found = {phrase: {} for phrase in phrases}
        if not asked:
            return found
        groups = [list(filter(_sound, group)) for group in beside]
        parts = [self.question(field) for _, field in asked]
        params = [
            self.pattern(field, [[phrase], *(group for group in groups if phrase not in group)])
            for phrase, field in asked
        ]
        # Columns of one row, not a union of rows: PostgreSQL would start workers for a union.
        answers = self.run(f"SELECT {', '.join(parts)}", params)[0]
        for (phrase, field), ids in zip(asked, answers, strict=True):
            if ids:
                found[phrase][field] = self.ids(ids)
        return found
