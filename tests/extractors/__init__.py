"""Tests of the extractors, one module each, on documents typed in the test."""
