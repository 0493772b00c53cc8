"""What States declared or notified: languages, authorities, basis of extradition; the rest in the source's words."""

from .reading import read
from .records import (
    Basis,
    Declared,
    Designation,
    ExtraditionBasis,
    How,
    LanguageRule,
    Notice,
    Stage,
    Words,
)
from .register import Declarations

__all__ = [
    "Basis",
    "Declarations",
    "Declared",
    "Designation",
    "ExtraditionBasis",
    "How",
    "LanguageRule",
    "Notice",
    "Stage",
    "Words",
    "read",
]
