"""Parts of pages that are put in words once: what they show never changes, and who may read it was asked before."""

from collections.abc import Callable, Hashable
from threading import Lock

from flask import get_template_attribute
from flask_babel import get_locale
from markupsafe import Markup

#: So many parts are kept, the oldest given up first.
MOST = 1024
_kept: dict[Hashable, Markup] = {}
_giving_up = Lock()


def kept(key: Hashable, make: Callable[[], Markup]) -> Markup:
    """The part as it was made for the key before, in the language of the page; else as ``make`` gives it now.

    ``key`` names everything that the part is made of by what never changes: a hash, an id, a name in full.
    """
    whole = (str(get_locale()), key)
    found = _kept.get(whole)
    if found is None:
        found = make()
        with _giving_up:
            if len(_kept) >= MOST:
                del _kept[next(iter(_kept))]
            _kept[whole] = found
    return found


def macro(template: str, name: str, *arguments: object) -> Markup:
    """What a macro of a template says of the arguments."""
    said: Markup = get_template_attribute(template, name)(*arguments)
    return said
