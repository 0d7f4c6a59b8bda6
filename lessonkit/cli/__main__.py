"""Runs the command line where the program ``lessonkit`` is not on the path."""

from lessonkit.cli.main import main

if __name__ == "__main__":
    main()
