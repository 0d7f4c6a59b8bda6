/** Gives each category of a deck a colour of its own, the same wherever the deck is shown. */

/**
 * Overlaps take the colour between; the others take the colours in turn.
 *
 * @param {{id: string, overlap_of: string[] | null}[]} categories
 * @param {string} id
 * @returns {number | "overlap"}
 */
function hueOf(categories, id) {
  if (categories.find((category) => category.id === id)?.overlap_of) return "overlap";
  return (
    categories
      .filter((category) => !category.overlap_of)
      .findIndex((category) => category.id === id) + 1
  );
}
