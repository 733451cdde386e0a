"""The happy station."""
