"""Who goes with whom: the pairs of two lists that are worth most together."""

from collections.abc import Sequence


def best_pairs(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair rows with columns, each at most once, so that the pairs are worth most together.

    Pairs worth nothing are left apart. Among equal pairings the earlier rows and columns win.

    Args:
        worth: by row and column, never negative.

    References:
        Kuhn, "The Hungarian method for the assignment problem", 1955; here by shortest
        augmenting paths.

    Example:
        >>> best_pairs([[1.0, 0.5], [1.0, 0.0]])
        [(0, 1), (1, 0)]
    """
    rows, columns = len(worth), max((len(row) for row in worth), default=0)
    size = max(rows, columns)
    if not rows or not columns:
        return []
    cost = [
        [-worth[i][j] if i < rows and j < columns else 0.0 for j in range(size)]
        for i in range(size)
    ]
    row_of = _shortest_augmenting_paths(cost)
    pairs = [(row_of[j], j) for j in range(columns) if row_of[j] < rows]
    return sorted((i, j) for i, j in pairs if worth[i][j] > 0)


def _shortest_augmenting_paths(cost: Sequence[Sequence[float]]) -> list[int]:
    """Solve the square assignment of least cost: the row of each column."""
    size = len(cost)
    of_row, of_column = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)  # by column, rows and columns counted from one; 0 is nobody
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        least, came_from = [float("inf")] * (size + 1), [0] * (size + 1)
        done = [False] * (size + 1)
        while row_of[column] != 0:
            done[column] = True
            here, step, nearest = row_of[column], float("inf"), 0
            for j in range(1, size + 1):
                if done[j]:
                    continue
                reduced = cost[here - 1][j - 1] - of_row[here] - of_column[j]
                if reduced < least[j]:
                    least[j], came_from[j] = reduced, column
                if least[j] < step:
                    step, nearest = least[j], j
            for j in range(size + 1):
                if done[j]:
                    of_row[row_of[j]] += step
                    of_column[j] -= step
                else:
                    least[j] -= step
            column = nearest
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return [row - 1 for row in row_of[1:]]
