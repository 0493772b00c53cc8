"""The law and the workflow, in plain Python: no Flask, no SQLAlchemy, no files, no clock.

What enters is plain values; what leaves is plain values, findings and the errors of ``errors.py``.
Sentences for people are made outside, in ``mla.wording``.
"""
