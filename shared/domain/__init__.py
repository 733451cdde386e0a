"""What all packages share: facts, refusals, actors and roles, clock, policy, working days. Imports nothing of ours."""
