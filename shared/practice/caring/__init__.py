"""Caring service award (贴心服务奖): deeds from the diary and the stations, judged blind by a jury.

The rules: resources/handbook/practices.en.md §6.
"""
