"""The whole course as one PDF to print: its pages, with worksheets for what needs a screen."""
