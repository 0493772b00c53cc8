"""The formal papers: from plain values to PDF, and the store of bytes. Never sees a model."""
