"""The law of extradition (Art. 16): one module a question."""
