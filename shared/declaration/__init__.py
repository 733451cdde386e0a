"""The declaration of a practice (`practice`), and all practices of the program combined (`declared`)."""
