"""购气窗口管理制度: versioned chapters, published, read and acknowledged by each person.

The rules: resources/handbook/practices.en.md §10.
"""
