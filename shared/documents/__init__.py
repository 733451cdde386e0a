"""Files for people outside the program: workbooks."""
