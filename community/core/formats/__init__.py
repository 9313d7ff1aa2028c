"""How dates and times are written where the language's own habit is not the place's (LA-11)."""
