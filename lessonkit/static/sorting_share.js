/**
 * Offers to share with a group how the cards on the table lie. What makes the code comes late: most
 * learners do without it. Parts to go in front: `sorting_moves`.
 */

/** @param {SortingState} state @returns {HTMLElement[]} the code waits until it is asked for */
function shareOf(state) {
  if (!cardsOnTheTable(state).some((card) => card in state.placements)) return [];
  const inside = make("div", { class: "lk-share-inside" });
  const details = make(
    "details",
    { class: "lk-share", toggle: fill },
    make("summary", {}, say("share")),
    inside,
  );
  return [details];

  async function fill() {
    if (!details.open || inside.dataset.filled) return;
    const status = make("p", { class: "lk-small", role: "status" }, say("share_coming"));
    inside.replaceChildren(status);
    try {
      const { sharePanel } = await bringLateParts();
      inside.replaceChildren(...sharePanel(state));
      inside.dataset.filled = "";
    } catch (error) {
      status.textContent = say("share_missing");
      console.error("[lessonkit] the code to share could not be made", error);
    }
  }
}
