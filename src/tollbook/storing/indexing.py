"""The words that documents are found by, made anew: after a change of folding, or damage."""

from sqlalchemy import Connection, delete, insert, select, text

from tollbook.storing.bulk import insert_rows
from tollbook.storing.documents import every, read_row, words_row
from tollbook.storing.schema import search_texts


def index_words(connection: Connection) -> int:
    """Fold every document again; say how many were to be found by other words, or by none."""
    query = select(search_texts.c.number, search_texts.c.title, search_texts.c.words)
    kept = {row.number: hash((row.title, row.words)) for row in connection.execute(query)}
    changed = []
    for row in every(connection):
        folded = words_row(row.number, read_row(row))
        if kept.get(row.number) != hash((folded["title"], folded["words"])):
            changed.append(folded)
    for folded in changed:
        stale = search_texts.c.number == folded["number"]
        connection.execute(delete(search_texts).where(stale))
    insert_rows(connection, insert(search_texts), changed)
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search_index(search_index) VALUES ('rebuild')"))
    else:
        connection.execute(text("REINDEX INDEX search_index"))
    return len(changed)
