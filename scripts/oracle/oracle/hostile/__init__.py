"""Files that were damaged or made to do harm, and what huizong says of them."""
