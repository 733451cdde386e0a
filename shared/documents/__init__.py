"""Files for people outside the program: workbooks, and pages of HTML for paper."""
