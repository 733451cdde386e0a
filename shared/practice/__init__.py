"""One folder per management practice of the paper."""
