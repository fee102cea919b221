"""Our own compact encoder: marks every piece of a sentence, and ties figures to their sources."""

from tollbook.annotating.encoder.encoder import Encoder

__all__ = ["Encoder"]
