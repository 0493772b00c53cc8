"""On what a request rests: the Convention, a named other treaty, or reciprocity; and which paragraphs then bind."""

from .choice import Basis, apart, carried, is_other, recorded, stated, treaty

__all__ = ["Basis", "apart", "carried", "is_other", "recorded", "stated", "treaty"]
