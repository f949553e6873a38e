"""The assignment itself: as many as can be placed, then fewest in the worst tier, then in the next (leximin).

With scipy one min-cost run is exact. Without it a plain greedy by scarcity serves few. Knows numbers alone.
"""

from collections import Counter

try:
    import numpy as np
    from scipy.optimize import linear_sum_assignment
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching
except ImportError:  # requirements-assignment.txt is an extra
    np = None

TIERS = 5
NOBODY = -1
GREEDY_AT_MOST = 50  # waiting members, without scipy
CELLS_AT_MOST = 20_000_000  # members times places at once: 160 MB


def has_solver():
    """Whether scipy is there."""
    return np is not None


def members_at_once(places):
    """How many members one run takes, with so many places in all."""
    return max(CELLS_AT_MOST // max(places, 1), GREEDY_AT_MOST) if has_solver() else GREEDY_AT_MOST


def assign(levels, places):
    """The column for each row, or NOBODY.

    `levels`: rows of tiers, 1 (best) to 5, 0 where it is not possible; `places`: how many each column takes.
    """
    if not len(levels) or not len(places):
        return [NOBODY] * len(levels)
    return leximin(np.asarray(levels), np.asarray(places)) if has_solver() else by_scarcity(levels, places)


def leximin(levels, places):
    """The same, exactly, for arrays."""
    column_of_place = np.repeat(np.arange(len(places)), np.minimum(places, len(levels)))
    rows, chosen = linear_sum_assignment(costs(levels, column_of_place))
    columns = np.full(len(levels), NOBODY)
    real = chosen < len(column_of_place)
    columns[rows[real]] = column_of_place[chosen[real]]
    return columns.tolist()


def costs(levels, column_of_place):
    """The matrix: one column a place, and one for each member who has to stay without.

    A person in a tier weighs more than everybody in the tiers before it. The largest sum is below n to the power
    of four, so doubles count exactly up to some 9,700 members; a sixth weight for "nobody" would not fit, which is
    why first of all it is fixed how many stay without.
    """
    members = len(levels)
    weights = np.array([np.inf, 0.0, *(float(members + 1) ** power for power in range(TIERS - 1))])
    by_place = levels[:, column_of_place]
    placed = most_placed(by_place > 0)
    cost = np.zeros((members, by_place.shape[1] + members - placed))
    cost[:, : by_place.shape[1]] = weights[by_place]
    return cost


def most_placed(possible):
    """How many rows can have a column of their own, of those that are true for them."""
    starts = np.zeros(len(possible) + 1, np.int32)
    np.cumsum(np.count_nonzero(possible, axis=1), out=starts[1:])
    columns = np.broadcast_to(np.arange(possible.shape[1], dtype=np.int32), possible.shape)[possible]
    graph = csr_array((np.ones(len(columns), bool), columns, starts), shape=possible.shape)
    return int((maximum_bipartite_matching(graph, perm_type="column") >= 0).sum())


def by_scarcity(levels, places):
    """Whoever has the fewest mentors to choose from comes first, and takes the best tier that is left."""
    left = list(places)
    columns = [NOBODY] * len(levels)
    for row in sorted(range(len(levels)), key=lambda row: sum(level > 0 for level in levels[row])):
        free = [column for column, level in enumerate(levels[row]) if level and left[column]]
        if free:
            columns[row] = min(free, key=lambda column: (levels[row][column], -left[column]))
            left[columns[row]] -= 1
    return columns


def levels_of(rows, slots):
    """Rows of tiers for `assign`: `rows` are {tier: set of slots as bits}, `slots` those that become columns."""
    if not has_solver():
        return [[_level(row, slot) for slot in slots] for row in rows]
    size = max(slots, default=0) // 8 + 1
    fits = (1 << size * 8) - 1
    levels = np.zeros((len(rows), len(slots)), dtype=np.uint8)
    for tier in rows[0] if rows else ():
        bits = b"".join((row[tier] & fits).to_bytes(size, "little") for row in rows)
        unpacked = np.unpackbits(np.frombuffer(bits, np.uint8).reshape(-1, size), axis=1, bitorder="little")
        levels += unpacked[:, slots] * np.uint8(tier)
    return levels


def _level(row, slot):
    return next((int(tier) for tier, members in row.items() if members >> slot & 1), 0)


def spread(levels, columns, places, *, names, worst):
    """Up to `names` columns for each row, the assigned one first. No column is named more often than it has places.

    Second names for all come before third names; none is of a tier worse than `worst`. Of the best tier that is free
    it is the mentor with most places left.
    """
    named = [[] if column == NOBODY else [column] for column in columns]
    used = Counter(column for column in columns if column != NOBODY)
    left = [place - used[column] for column, place in enumerate(places)]
    next_best = _next_best_of_lists(levels, left, worst) if np is None else _next_best(levels, left, worst)
    for _turn in range(names - 1):
        for row, known in enumerate(named):
            column = next_best(row, known) if known else NOBODY
            if column != NOBODY:
                known.append(column)
    return named


def _next_best_of_lists(levels, left, worst):
    """A function from a row and the columns it has to its next column, which is then taken; or NOBODY."""

    def take(row, known):
        of_row = levels[row]
        free = (c for c, level in enumerate(of_row) if 0 < level <= worst and left[c] > 0 and c not in known)
        column = min(free, key=lambda column: (of_row[column], -left[column]), default=NOBODY)
        if column != NOBODY:
            left[column] -= 1
        return column

    return take


def _next_best(levels, left, worst):
    """The same for arrays: a number for each cell, worked out once, and one for each column, which goes with `left`."""
    most = max(left, default=0) + 1
    out = (TIERS + 2) * most
    by_row = np.where((levels == 0) | (levels > worst), out, levels.astype(np.int32) * most)
    by_column = np.array([-places if places > 0 else out for places in left], np.int32)

    def take(row, known):
        rating = by_row[row] + by_column
        rating[known] = out
        column = int(rating.argmin())
        if rating[column] >= out - most:
            return NOBODY
        by_column[column] = by_column[column] + 1 if by_column[column] < -1 else out
        return column

    return take
