"""The oracle: a second hand that works out what huizong must say, from the documents alone."""
