"""`python -m shared.cli` is `warm-window`."""

from shared.cli import main

if __name__ == "__main__":
    main()
