import csv
import io
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from tollbook.claim import Claim, Confidence, Reaction, ReactionKind, SourceKind
from tollbook.exporting.table import COLUMNS, data_dictionary, header, rows
from tollbook.testing import claim, document, sure, words_in


def read(claims: list[Claim]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("\n".join([header(), *rows(claims)]))))


def test_a_toll_claim_fills_its_row() -> None:
    said = claim(
        "at least 20",
        source="a nurse",
        source_kind=SourceKind.MEDICAL,
        relay="Oker Radio",
        published_at=datetime(2031, 3, 4, 7, 5, tzinfo=UTC),
    )
    (row,) = read([said])
    wanted = {
        "id": said.id,
        "incident": "A",
        "published": "2031-03-04T07:05:00Z",
        "kind": "toll",
        "harm": "killed",
        "low": "20",
        "high": "",
        "form": "at_least",
        "group": "people",
        "part_of": "false",
        "act": "",
        "words": "At least 20",
        "words_start": str(said.count.words.start),
        "words_end": str(said.count.words.end),
        "source": "a nurse",
        "source_kind": "medical",
        "relay": "Oker Radio",
        "cue": "",
        "cue_start": "",
        "stance": "asserted",
        "sentence": said.sentence.text,
        "sentence_start": str(said.sentence.start),
    }
    assert {column: row[column] for column in wanted} == wanted


def test_a_zero_is_written_and_a_gap_is_empty() -> None:
    (row,) = read([claim("no")])
    assert (row["low"], row["high"], row["stated"]) == ("0", "0", "0")
    assert (row["source"], row["source_start"]) == ("", "")


def test_a_reaction_has_no_figures_and_no_attribution() -> None:
    printed = document("Vell condemned it.")
    said = Reaction(
        actor=words_in(printed, "Vell"),
        reaction=ReactionKind.CONDEMNED,
        incident="A",
        sentence=words_in(printed, printed.text),
        imprint=printed.imprint,
    )
    (row,) = read([said])
    assert (row["kind"], row["act"], row["words"]) == ("reaction", "condemned", "Vell")
    assert row["low"] == row["stance"] == row["anonymous"] == ""


def test_how_sure_the_reading_is_stands_beside_what_was_read() -> None:
    (row,) = read([claim("12", confidence=sure(0.9, source=0.5, stance=0.123456))])
    assert row["confidence"] == "0.450"
    assert (row["confidence_claim"], row["confidence_source"]) == ("0.900", "0.500")
    assert (row["confidence_figure"], row["confidence_stance"]) == ("1.000", "0.123")


def test_every_part_of_a_claim_has_a_column_for_how_sure_it_is() -> None:
    headers = {column.header for column in COLUMNS}
    assert headers >= {f"confidence_{part.name}" for part in fields(Confidence)}


def test_where_nobody_says_how_sure_the_cells_are_empty() -> None:
    (row,) = read([claim("12")])
    assert {row[name] for name in row if name.startswith("confidence")} == {""}


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_spreadsheet_takes_no_text_for_a_formula(start: str) -> None:
    said = claim("12", publisher=f'{start}HYPERLINK("http://x.example")')
    (row,) = read([said])
    assert row["publisher"] == f'\'{start}HYPERLINK("http://x.example")'


def test_commas_quotes_and_line_ends_come_back_as_they_went() -> None:
    said = claim("12")
    said = replace(said, imprint=replace(said.imprint, title='He said "no", twice\r\nand left'))
    (row,) = read([said])
    assert row["title"] == 'He said "no", twice\r\nand left'


def test_every_column_is_documented_once() -> None:
    headers = [column.header for column in COLUMNS]
    assert len(set(headers)) == len(headers)
    assert header() == ",".join(headers)
    for name in headers:
        assert f"| `{name}` | " in data_dictionary()
