"""The built-in queue at the window: 窗口叫号 page and the small always-on-top bar, for a hall without a queue system.

Built beside it by the same hand: the happy station (counter/staff/happy.py), the rulebook (counter/staff/rulebook.py,
counter/office/rulebook.py) and the hall sign (kiosk/sign.py). DOMAIN §2, §3, §6, §10.
"""
