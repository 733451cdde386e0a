"""The states of a round, who may score, how scores become awards, and checks of fairness. Pure, with exact numbers."""
