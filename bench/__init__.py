"""How fast Palermo is, held against floors of the same run: ``make bench``. An authority never runs this."""
