"""One whole working day of a hall, scripted: three windows, one hub, an hour without a connection to it."""
