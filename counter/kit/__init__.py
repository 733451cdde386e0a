"""What the pages of the counter are made of: self-translating texts, tables, dialogs, the page itself."""
