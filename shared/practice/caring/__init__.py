"""Caring service award (贴心服务奖): deeds from the diary and the stations, judged blind by a jury (OFFICE.md §1)."""
