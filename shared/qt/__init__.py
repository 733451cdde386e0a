"""What both apps share on the screen: start-up, threads, theme, words, widgets. Knows no journal and no practice."""
