"""荣誉墙 (责任与荣耀): who was promoted or awarded and agrees is shown in the lobby of their hall."""
