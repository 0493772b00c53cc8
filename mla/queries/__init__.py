"""What pages read. Nothing here writes."""
