"""Matters as pages read them: an authority's own, and no other's."""

import uuid

from sqlalchemy import Select, select

from mla.models import Matter


def own(authority_id: uuid.UUID) -> Select[Matter]:
    """The matters of the authority."""
    return select(Matter).where(Matter.authority_id == authority_id)
