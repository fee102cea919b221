import pytest

from tollbook.extracting import tagging
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.tokens import tokenise

# Words that rules of company ask for, in many companies; a settled word must stay settled.
COMMON = (
    "the two of his US us either death dead to that said reports killing shot hurt was has "
    "were believed men army Sarn attack strikes will not wounded , . and who seriously"
).split()


@pytest.mark.parametrize("before", COMMON)
@pytest.mark.parametrize("has_case", [True, False])
def test_words_passed_over_would_have_kept_their_tags(
    before: str, has_case: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    harming = sorted(harm_words().verbs)[::25]
    text = " ".join(f"{before} {word} {after}" for word in [*COMMON, *harming] for after in COMMON)
    tokens = tokenise(text)
    tags = tagging.tag(tokens, has_case=has_case)
    monkeypatch.setattr(tagging, "_watched", lambda: {token.lower for token in tokens})
    assert tagging.tag(tokens, has_case=has_case) == tags
