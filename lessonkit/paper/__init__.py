"""A deck on paper: cards to cut out, headers, the facilitator's key and a worksheet.

What only prints (`browser`, `printing`, `fitting`) needs the packages of ``lessonkit[print]``.
"""
