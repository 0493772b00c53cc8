"""The law of assets (Arts. 12 to 14): one module a question."""
