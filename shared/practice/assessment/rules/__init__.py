"""Inspections, scores, places, rewards and the lot that plans the inspections. Pure and exact."""
