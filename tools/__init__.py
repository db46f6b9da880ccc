"""Programs for those who work on the project; the installed program needs none of them."""
