"""How a round goes, who may score, how scores become awards, and what is taken out of a text before. Pure and exact."""
