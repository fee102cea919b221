"""Opening a store by its address."""

from pathlib import Path

from tollbook.storing.store import Store


def open_store(address: str | Path, *, create: bool = True) -> Store:
    """Open a store, bringing its tables up to date.

    Args:
        address: a path or sqlite:///PATH, for one SQLite file; postgresql://… for PostgreSQL
            (needs the extra: pip install 'tollbook[postgres]').
        create: whether to make the store where there is none.

    Returns:
        The store, open; close it, or use it in a `with`.

    Raises:
        UnusableStore: it cannot be opened or made, it is no store, or a newer tollbook wrote it.
    """
    raise NotImplementedError
