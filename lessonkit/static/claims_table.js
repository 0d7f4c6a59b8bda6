/**
 * Shows only some of the claims of the page: those of a section, of a kind, or with a rating.
 *
 * A classic script, so that it also works in a page that was opened as a file. What the reader
 * chooses stays in the form: it goes neither into the address nor into the browser's memory.
 */
"use strict";
{
  /** The classes that say of which kind a claim is, and how it is rated. */
  const PREFIXES = { kind: "lk-kind-", strength: "lk-strength-" };

  const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".lk-claims-filter"));
  if (form) bringToLife(form);

  /** @param {HTMLFormElement} form */
  function bringToLife(form) {
    const fieldset = /** @type {HTMLFieldSetElement} */ (form.querySelector("fieldset"));
    const count = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
    const selects = [...form.querySelectorAll("select")];
    const sections = [...document.querySelectorAll(".lk-claims-section")].map((section) => ({
      element: /** @type {HTMLElement} */ (section),
      rows: /** @type {HTMLElement[]} */ ([...section.querySelectorAll(".lk-claim")]),
    }));

    /** Show what fits, and say how many claims that is. */
    function update() {
      const wanted = Object.fromEntries(selects.map(({ name, value }) => [name, value]));
      let [shown, total] = [0, 0];
      for (const { element, rows } of sections) {
        for (const row of rows) row.hidden = !fits(row, element.id, wanted);
        const fitting = rows.filter((row) => !row.hidden).length;
        element.hidden = fitting === 0;
        shown += fitting;
        total += rows.length;
      }
      const { count: words = "", nothing = "" } = form.dataset;
      const counted = words.replace("{shown}", `${shown}`).replace("{total}", `${total}`);
      count.value = shown ? counted : `${counted}. ${nothing}`;
    }

    /** @param {string} hash where a link of this page leads: what is hidden there is shown */
    function reveal(hash) {
      const target = document.getElementById(decodeURIComponent(hash.slice(1)));
      if (!target?.closest("[hidden]") || !target.closest(".lk-claims-section")) return false;
      for (const select of selects) select.value = "";
      update();
      return true;
    }

    form.addEventListener("change", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(update));
    // Before the browser follows a link, so that it finds the claim in its place.
    document.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
      if (link) reveal(link.getAttribute("href") ?? "");
    });
    addEventListener("hashchange", () => {
      if (reveal(location.hash)) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    });
    fieldset.disabled = false;
    // A browser may give a page back with what was chosen.
    if (selects.some(({ value }) => value)) update();
  }

  /**
   * Tell whether a claim is one of those that are wanted.
   *
   * @param {Element} row
   * @param {string} section the id of its section
   * @param {{[name: string]: string}} wanted for each choice its value, or nothing for all
   * @returns {boolean}
   */
  function fits(row, section, wanted) {
    if (wanted.section && wanted.section !== section) return false;
    return Object.entries(PREFIXES).every(
      ([name, prefix]) => !wanted[name] || row.classList.contains(prefix + wanted[name]),
    );
  }
}
