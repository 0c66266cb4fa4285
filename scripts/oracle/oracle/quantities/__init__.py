"""The grammar of quantities, read a second time from its table, and texts to try it on."""
