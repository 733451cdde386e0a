"""Pictures and large buttons that several pages share."""
