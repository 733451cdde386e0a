"""What stands on the desk beside the screen: the loudspeaker for calls, the display that faces the customer."""
