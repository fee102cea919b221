"""Where reports come from: files, folders and standard input, as raw bytes."""

from tollbook.fetching.paths import gather

__all__ = ["gather"]
