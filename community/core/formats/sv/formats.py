"""Swedish in Finland: dates and clocks as Finns write them."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j.n.Y"
TIME_FORMAT = "G.i"
MONTH_DAY_FORMAT = "j F"
