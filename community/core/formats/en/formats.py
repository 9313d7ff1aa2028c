"""English in Finland: the day before the month, and a clock of twenty-four hours."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j.n.Y"
TIME_FORMAT = "G.i"
DATETIME_FORMAT = "j F Y G.i"
MONTH_DAY_FORMAT = "j F"
FIRST_DAY_OF_WEEK = 1
