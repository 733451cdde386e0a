"""Promotion (晋级): the office confirms the step of the ladder that somebody's cards reach; with a certificate."""
