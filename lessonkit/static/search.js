/**
 * Keeps Sphinx's search from marking its finds in the pages: it would leave the searched words in
 * the browser, for the next person to find.
 */
"use strict";
const SPHINX_HIGHLIGHT_ENABLED = false;
