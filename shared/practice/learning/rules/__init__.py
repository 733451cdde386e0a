"""The rules of training and contests. Pure."""
