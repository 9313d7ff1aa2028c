"""Finnish: a day of a month is said "22. marraskuuta", in the partitive."""

MONTH_DAY_FORMAT = "j. E"
