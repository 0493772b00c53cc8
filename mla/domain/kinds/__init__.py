"""The kinds of request, one module each."""

from mla.domain.errors import UnknownKind
from mla.domain.workflow import Kind

from . import assets, assistance, extradition, provisional

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (assistance.KIND, extradition.KIND, provisional.KIND, assets.KIND)
}


def kind_named(name: str) -> Kind:
    """The kind of that name; raises UnknownKind."""
    if name not in KINDS:
        raise UnknownKind(name)
    return KINDS[name]
