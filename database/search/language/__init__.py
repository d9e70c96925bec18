"""Words and their forms: what belongs together in English, Hungarian and Serbian."""
