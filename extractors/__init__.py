"""Extractors: every module here without a leading underscore is one, found by walking the package.

Each has `KINDS`, the kinds of document it reads, `ROUND`, 1 or 2 (the second may read `Document.actors`), and
`extract(document, lexicon) -> Iterator[Fact | Issue]`: pure, no I/O, no clock, no call to another extractor.
"""
