/** Keeps what somebody searches for out of the address, and so out of the browser's history. */

/** Where the words wait for the search page, which takes them away: search.js. */
const SOUGHT = "lessonkit-search";

/** Hand the words over within the tab. Where nothing may be kept, the browser sends the form. */
function startSearchForm() {
  for (const form of document.querySelectorAll("form")) {
    if (form.getAttribute("role") !== "search") continue;
    form.addEventListener("submit", (event) => {
      try {
        sessionStorage.setItem(SOUGHT, String(new FormData(form).get("q")));
      } catch {
        return;
      }
      event.preventDefault();
      // A link of a page to itself ends in an empty anchor, which would lead nowhere new.
      location.assign(form.action.split("#")[0]);
    });
  }
}
