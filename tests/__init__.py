"""Tests: of each stage with documents made by hand, of whole files against their labels, and of the program."""
