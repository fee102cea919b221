"""The command line: one file per verb."""

from tollbook.cli.app import main

__all__ = ["main"]
