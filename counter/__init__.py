"""The staff screen: sign-in, pauses, inquiries, diary, cards; the supervisor's and the office's pages. No rules."""
