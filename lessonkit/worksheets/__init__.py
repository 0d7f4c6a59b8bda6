"""The static form of each activity: a worksheet that needs no script, on paper and on a screen."""
