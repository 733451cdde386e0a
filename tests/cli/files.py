"""What the tests of the command line hand in, a hall and a staff list, and what they read out."""

import json

STAFF_HEAD = "number,name,branch,hall,window,post,role"


def staff_lines(count=80):
    return [STAFF_HEAD, *(f"{1000 + i},员工{i},和平分公司,和平大厅,{i},cashier,staff" for i in range(1, count + 1))]


def set_up(run):
    run("init", "--hall", "HP", "--name", "和平大厅", "--branch", "和平分公司")


def report(run, year=2014):
    return json.loads(run("report", "cards", "--year", year, "--json").stdout)
