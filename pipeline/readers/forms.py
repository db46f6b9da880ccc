"""What was filled into a PDF form, or typed onto a page as a note: drawn into the page, so that it is read as text."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as raw

from pipeline.readers.layer import untyped

_count_annotations = untyped(raw.FPDFPage_GetAnnotCount)
_WRITTEN = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP})
"""Annotations whose look is part of what a reader of the page sees as its text."""


def filled(page: Any) -> bool:
    """Draw fields and typed notes into the page in memory; True where there were any, so that it must be read anew."""
    handle = page.raw
    for i in range(_count_annotations(handle)):
        annotation = raw.FPDFPage_GetAnnot(handle, i)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in _WRITTEN:
            return bool(raw.FPDFPage_Flatten(handle, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)
    return False
