"""The forms: what is asked, and what a malformed answer is told."""
