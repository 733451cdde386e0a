"""5P cards (“5P卡”推广评优): thanks to a person for one of five qualities (resources/handbook/practices.en.md §1)."""
