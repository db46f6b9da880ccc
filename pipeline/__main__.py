"""`python -m pipeline` is the command `referat`."""

from pipeline.cli import main

main()
