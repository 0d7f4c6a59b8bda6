/** Draws what moved between two rounds: for each statement a line from the first point to the later one. */

/**
 * @param {Move[]} moves
 * @param {string[]} points
 * @returns {HTMLElement}
 */
function makeOpinionPicture(moves, points) {
  return make(
    "ul",
    { class: "lk-moves", role: "list" },
    ...moves.map((move) =>
      make(
        "li",
        { class: "lk-move" },
        make("p", { class: "lk-statement", dir: "auto" }, move.statement.text),
        make(
          "div",
          { class: "lk-track", "aria-hidden": "true" },
          drawMove(move, points.length),
          make(
            "div",
            { class: "lk-ends lk-small" },
            make("span", { dir: "auto" }, points[0]),
            make("span", { dir: "auto" }, points[points.length - 1]),
          ),
        ),
        make("p", { dir: "auto" }, moveInWords(move, points)),
      ),
    ),
  );
}

/**
 * Draw one scale with its two points. Its width is the page's: every x is a percentage.
 *
 * @param {Move} move
 * @param {number} count how many points the scale has
 * @returns {SVGElement}
 */
function drawMove({ from, to }, count) {
  // It runs as the points do that one chooses from.
  const isMirrored = WORDS.direction === "rtl";
  /** @param {number} point */
  const x = (point) => `${((isMirrored ? count + 0.5 - point : point - 0.5) / count) * 100}%`;
  const picture = draw("svg", { class: "lk-drawing" });
  picture.append(draw("line", { class: "lk-scale", x1: x(1), x2: x(count), y1: 32, y2: 32 }));
  for (let point = 1; point <= count; point++)
    picture.append(draw("circle", { class: "lk-point", cx: x(point), cy: 32, r: 3 }));
  if (from !== null && to !== null && from !== to)
    picture.append(draw("line", { class: "lk-way", x1: x(from), x2: x(to), y1: 32, y2: 32 }));
  if (from !== null)
    picture.append(draw("circle", { class: "lk-from", cx: x(from), cy: 32, r: 10 }));
  if (to !== null) picture.append(draw("circle", { class: "lk-to", cx: x(to), cy: 32, r: 6 }));
  /** @param {number} point @param {string} text */
  const write = (point, text) => {
    // At an end of the scale there is little room beyond the point.
    const anchor = point === 1 ? "start" : point === count ? "end" : "middle";
    const dx = { start: -10, middle: 0, end: 10 }[anchor] * (isMirrored ? -1 : 1);
    picture.append(draw("text", { x: x(point), dx, y: 14, "text-anchor": anchor }, text));
  };
  if (from !== null && from === to) write(from, say("point_both"));
  else {
    if (from !== null) write(from, say("point_first"));
    if (to !== null) write(to, say("point_later"));
  }
  return picture;
}
