"""Pictures and large buttons shared by several pages."""
