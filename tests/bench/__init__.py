"""The measure itself is tested: what a bench is filled with, and what its table says."""
