"""暂停服务5分钟: a member of staff may step back for five minutes when nobody suffers by it.

The rules: resources/handbook/practices.en.md §2.
"""
