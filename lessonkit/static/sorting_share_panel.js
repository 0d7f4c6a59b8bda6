/**
 * How somebody has sorted, as a short code and as a picture of it. Only the placements are in it.
 * Parts to go in front: `share_code`, `keeping`, `sorting_moves`, and the library `leanQr`.
 */

/** A QR code is found by its quiet zone, in dots on each side. */
const QUIET_DOTS = 4;

/** @param {SortingState} state @returns {HTMLElement[]} the code, its picture, and what is in it */
function sharePanel(state) {
  const code = codeOf(state, cardsOnTheTable(state));
  const { element, announce } = makeAnnouncer();
  element.classList.replace("lk-hidden-text", "lk-small");
  const output = make("p", { class: "lk-share-code", dir: "ltr", translate: "no" }, code);
  const copy = makeButton(
    say("copy_code"),
    async () => announce(say((await copyText(code, output)) ? "copied" : "not_copied")),
    { class: "lk-main" },
  );
  return [
    make("p", { class: "lk-small" }, say("share_how")),
    make(
      "div",
      { class: "lk-share-both" },
      make("div", {}, output, make("div", { class: "lk-tools" }, copy), element),
      make("div", { class: "lk-share-picture" }, qrPicture(code)),
    ),
    make("p", { class: "lk-small" }, say("share_holds")),
  ];
}

/** @param {SortingState} state @param {string[]} table @returns {string} */
function codeOf({ activity, placements }, table) {
  const deal = { ...activity, cards: table.map((id) => ({ id })) };
  return encodePlacements(deal, placements);
}

/** @param {string} text @returns {SVGElement} */
function qrPicture(text) {
  const { size, get } = leanQr.generate(text);
  const dots = [];
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) if (get(x, y)) dots.push(`M${x} ${y}h1v1h-1z`);
  const [start, width] = [-QUIET_DOTS, size + 2 * QUIET_DOTS];
  return draw(
    "svg",
    {
      class: "lk-share-qr",
      viewBox: `${start} ${start} ${width} ${width}`,
      role: "img",
      "aria-label": say("share_picture"),
    },
    draw("path", { d: dots.join("") }),
  );
}
