/** How sure one can be of a finding, said in a word that opens to its meaning and the studies. */

/** @typedef {{strength: "strong" | "moderate" | "weak" | "contested", studies: string[]}} Evidence */

/**
 * @param {Evidence} evidence
 * @returns {HTMLElement}
 */
function makeEvidenceNote({ strength, studies }) {
  return make(
    "details",
    { class: "lk-evidence", "data-strength": strength },
    make(
      "summary",
      {},
      say("evidence_is"),
      " ",
      make("strong", { class: "lk-strength" }, say(`strength_${strength}`)),
    ),
    make("p", {}, say(`meaning_${strength}`)),
    make("p", {}, say("evidence_studies", { studies: studies.join("; ") })),
  );
}
