"""`python -m tollbook.cli`, where no script is installed."""

from tollbook.cli.app import main

main()
