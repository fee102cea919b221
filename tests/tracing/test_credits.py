import pytest

from tollbook.tracing.credits import credited


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        pytest.param("OKER (AFP) - Two people died.", ("AFP",), id="dateline"),
        pytest.param("OKER, March 4 (Reuters) — Two died.", ("Reuters",), id="dated dateline"),
        pytest.param("By The Associated Press\n\nTwo people died.", ("AP",), id="byline"),
        pytest.param("Two people died. © 2031 AFP", ("AFP",), id="under the text"),
        pytest.param("OKER (Vell Press) - Two died.", ("Vell Press",), id="an agency not listed"),
        pytest.param("The AP team of Oker lost; two dead, a nurse said.", (), id="initials alone"),
        pytest.param("Two people died, AFP reported.", (), id="quoted, not signed"),
    ],
)
def test_only_a_signature_credits_an_agency(text: str, agencies: tuple[str, ...]) -> None:
    assert credited(text) == agencies


def test_a_title_may_be_signed() -> None:
    assert credited("Two people died.", "Blast in Oker - Reuters") == ()
    assert credited("Two people died.", "Blast in Oker | Reuters") == ("Reuters",)
