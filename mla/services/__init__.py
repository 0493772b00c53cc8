"""The use cases: the only writers. ``actor`` and ``now`` are arguments; nothing here reads a request or the clock."""
