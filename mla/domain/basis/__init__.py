"""On what a request rests: the Convention, a named other treaty, or reciprocity; and which paragraphs then bind."""

from .choice import Basis, apart, carried, is_other, recorded, stated, treaty
from .citing import article, beside, is_extradition, relabelled

__all__ = [
    "Basis",
    "apart",
    "article",
    "beside",
    "carried",
    "is_extradition",
    "is_other",
    "recorded",
    "relabelled",
    "stated",
    "treaty",
]
