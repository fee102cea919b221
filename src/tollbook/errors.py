"""Everything that can go wrong, as one family.

    TollbookError
    ├── UnreadableDocument      bytes that hold no text we can read
    ├── UnreadableDate          words that are no date of publication
    ├── UnusableCount           words that read as an impossible number of people
    ├── UnusableSpan            offsets that do not fit the words they claim to mark
    ├── UnusablePlace           coordinates or a precision that no place has
    ├── UnusableGazetteer       a gazetteer that cannot be read
    ├── UnusableClaim           a claim that contradicts itself
    ├── UnusableProbability     a number given as a probability that is none
    ├── MixedClaims             claims that do not count the same people
    ├── NoUsableClaims          nothing to reckon with
    ├── UnknownAnnotator        a name no annotator has
    ├── UnusableWeights         weights of the encoder that are missing or fit other labels
    ├── AnnotatorFailed         an annotator could not mark one document
    ├── UnusableEndpoint        an address of a language model that cannot be used at all
    ├── UnusableDecision        a person's ruling that says nothing, or that nobody signed
    ├── UnusableStore           a store that cannot be opened, or that a newer tollbook wrote
    ├── UnknownDocument         an id that no document of a store has
    ├── UnknownIncident         an id that no incident, account or claim of a store has
    ├── UnusableSheet           a coder's spreadsheet that cannot be read as it is mapped
    ├── UnknownSuite            a name no suite of measurements has
    └── UnusableCorpus          a folder that is not laid out as its suite expects

The message stands at the `raise`: what was wrong, quoting the words; what was expected;
what to do. The checks that nouns make at birth also inherit `ValueError`, so that whoever
validates at the edge (pydantic, the API) turns them into an error with a location.
"""


class TollbookError(Exception):
    """The root: catch this to catch everything tollbook raises on purpose."""


class UnreadableDocument(TollbookError):
    """An input holds no text that can be read; the message says which and why."""


class UnreadableDate(TollbookError, ValueError):
    """Words given as a date of publication that are none."""


class UnusableCount(TollbookError, ValueError):
    """Words that read as an impossible number of people."""


class UnusableSpan(TollbookError, ValueError):
    """Offsets that do not fit the words they are said to mark."""


class UnusablePlace(TollbookError, ValueError):
    """Coordinates or a precision that no place has."""


class UnusableGazetteer(TollbookError):
    """A gazetteer, or a file to fill it from, that cannot be read; the message says why."""


class UnusableClaim(TollbookError, ValueError):
    """A claim that contradicts itself, as a kind of source without a source."""


class UnusableProbability(TollbookError, ValueError):
    """A number given as a probability that is not in [0, 1]."""


class MixedClaims(TollbookError, ValueError):
    """Claims that do not count the same people were pooled."""


class NoUsableClaims(TollbookError, ValueError):
    """There is no claim to reckon with; an empty answer is never a zero."""


class UnknownAnnotator(TollbookError, ValueError):
    """No annotator has that name; the message lists those there are."""


class UnusableWeights(TollbookError):
    """The encoder's weights are missing, damaged or of another set of labels."""


class UnusableDecision(TollbookError, ValueError):
    """A person's ruling that says nothing, or that nobody signed."""


class UnusableStore(TollbookError):
    """A store that cannot be opened or written; the message says why, and nothing is lost."""


class UnknownDocument(TollbookError, LookupError):
    """No document of the store has that id."""


class UnknownIncident(TollbookError, LookupError):
    """No incident, account or claim of the store has that id."""


class UnusableSheet(TollbookError, ValueError):
    """A coder's spreadsheet that cannot be read, or whose columns do not fit their mapping."""


class UnknownSuite(TollbookError, ValueError):
    """No suite has that name; the message lists those there are."""


class AnnotatorFailed(TollbookError):
    """An annotator could not mark this document; it may well mark the next one."""


class UnusableEndpoint(TollbookError):
    """An address of a language model that no request can succeed at; the message says why."""


class UnusableCorpus(TollbookError):
    """A folder to measure on is not laid out as its suite expects; the message says what lacks."""
