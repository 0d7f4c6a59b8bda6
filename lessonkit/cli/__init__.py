"""The command line: ``lessonkit``, or ``python -m lessonkit.cli``. One command a file."""
