"""An activity in the browser while its file is being written."""
