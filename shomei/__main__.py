"""`python -m shomei` is the command `shomei`."""

from shomei.app.cli import main

if __name__ == "__main__":
    main()
