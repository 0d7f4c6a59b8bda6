/**
 * Searches the book with Sphinx's own search, which finds the pages; here it gets the words to look
 * for, which wait in the tab and not in the address, and says in words of ours what was found.
 */
"use strict";
/** Sphinx would leave the words in the browser, to mark them in the pages that it found. */
const SPHINX_HIGHLIGHT_ENABLED = false;
{
  const { dataset: said } = /** @type {HTMLElement} */ (document.getElementById("search-results"));
  Object.assign(Documentation.TRANSLATIONS, {
    Searching: said.searching,
    "Search Results": said.results,
    "Search finished, found ${resultCount} page(s) matching the search query.": said.found,
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      said.nothingFound,
  });

  /** @returns {string} the words to look for; on the way back to this page, those of before */
  function takeWords() {
    const inAddress = new URLSearchParams(location.search).get("q");
    let words = inAddress ?? history.state?.sought ?? "";
    try {
      words = sessionStorage.getItem("lessonkit-search") ?? words;
      sessionStorage.removeItem("lessonkit-search");
    } catch {
      // Where nothing may be kept, the words stand in the address.
    }
    history.replaceState({ sought: words }, "", location.pathname);
    return words;
  }

  const words = takeWords();
  // Sphinx's own start, which looks for words in the address, is over by then.
  addEventListener("DOMContentLoaded", () => {
    for (const input of document.querySelectorAll("input")) {
      if (input.name === "q") input.value = words;
    }
    if (!words.trim()) return;
    Search.performSearch(words);
    Search.status.setAttribute("role", "status");
  });
}
