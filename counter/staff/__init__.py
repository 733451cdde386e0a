"""Pages of window staff: pause, inquiries, diary, cards."""
