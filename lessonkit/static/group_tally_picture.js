/** Draws the result as one picture to keep, with colours and lines of its own. Parts to go in front: `group_tally_bars`. */

const SHEET = { width: 1100, margin: 32, words: 470, label: 120, bar: 180, line: 22, gap: 22 };
const SHEET_FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const SHEET_INK = "#1f2430";
const SHEET_SOFT = "#565c6b";

/** @typedef {(text: string, font: string) => number} Measure says how wide a text is */

/**
 * Break a text into lines.
 *
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure
 * @returns {string[]} none of them wider, save for a single long word
 */
function brokenLines(text, width, measure) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Draw the result.
 *
 * @param {GroupActivity} activity
 * @param {CardLine[]} lines
 * @param {string} heading
 * @param {(hue: string) => string} colourOf
 * @returns {string} the text of an SVG file
 */
function tallyPicture(activity, lines, heading, colourOf) {
  const pen = document.createElement("canvas").getContext("2d");
  /** @type {Measure} */
  const measure = (text, font) => {
    if (!pen) return text.length * 8;
    pen.font = font;
    return pen.measureText(text).width;
  };
  const { width, margin } = SHEET;
  const parts = [
    ...drawLines([activity.title], margin, margin + 14, { "font-size": 22, "font-weight": 650 }),
    ...drawLines([heading], margin, margin + 44, { "font-size": 16, fill: SHEET_SOFT }),
  ];
  let top = margin + 76;
  for (const line of lines) {
    parts.push(
      draw("line", { x1: margin, x2: width - margin, y1: top, y2: top, stroke: "#dcdad4" }),
    );
    const { height, drawn } = drawTallyCard(activity, line, top + 12, measure, colourOf);
    parts.push(...drawn);
    top += height + SHEET.gap;
  }
  const picture = draw(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height: top,
      viewBox: `0 0 ${width} ${top}`,
      role: "img",
      "font-family": SHEET_FONT,
      "font-size": 16,
      fill: SHEET_INK,
    },
    draw("title", {}, `${activity.title}. ${heading}`),
    draw("rect", { width, height: top, fill: "#ffffff" }),
    ...parts,
  );
  return new XMLSerializer().serializeToString(picture);
}

/**
 * @param {GroupActivity} activity
 * @param {CardLine} line
 * @param {number} top
 * @param {Measure} measure
 * @param {(hue: string) => string} colourOf
 * @returns {{height: number, drawn: SVGElement[]}}
 */
function drawTallyCard({ categories }, line, top, measure, colourOf) {
  const { margin, words, label, bar, line: step } = SHEET;
  const text = brokenLines(line.card.text, words, (each) => measure(each, `16px ${SHEET_FONT}`));
  const notes = `${cardName(line)}. ${notesInWords(line)}`;
  const below = brokenLines(notes, words, (each) => measure(each, `14px ${SHEET_FONT}`));
  const drawn = [
    ...drawLines(text, margin, top + 16, {}),
    ...drawLines(below, margin, top + 16 + text.length * step, {
      "font-size": 14,
      fill: SHEET_SOFT,
    }),
  ];
  const left = margin + words + 40;
  let y = top;
  for (const { id, label: name } of categories) {
    const names = brokenLines(name, label, (each) => measure(each, `16px ${SHEET_FONT}`));
    drawn.push(...drawLines(names, left, y + 16, {}));
    const colour = colourOf(`--lk-hue-${hueOf(categories, id)}`);
    const sortings = [line.first, ...(line.later ? [line.later] : [])];
    for (const [index, { tally }] of sortings.entries()) {
      const isOld = line.later !== null && index === 0;
      const change = index ? changeInWords(line.change?.[id]) : "";
      const number = countInWords(tally, id) + (change ? `, ${change}` : "");
      drawn.push(
        draw("rect", {
          x: left + label + 16,
          y: y + index * step + 3,
          width: (bar * shareOf(tally, id)) / 100,
          height: 16,
          fill: isOld ? "none" : colour,
          stroke: colour,
        }),
        ...drawLines([number], left + label + bar + 28, y + index * step + 16, {}),
      );
    }
    y += Math.max(names.length, sortings.length) * step + 4;
  }
  const height = Math.max(y - top, (text.length + below.length) * step) + 12;
  return { height, drawn };
}

/** @param {string[]} lines @param {number} x @param {number} y of the first line @param {{[name: string]: string | number}} style @returns {SVGElement[]} */
function drawLines(lines, x, y, style) {
  return lines.map((words, index) =>
    draw("text", { x, y: y + index * SHEET.line, ...style }, words),
  );
}

/** @param {HTMLElement} root @returns {(hue: string) => string} a function that says what a colour of ours is on white paper */
function paperColours(root) {
  return (hue) => {
    const probe = make("span", { hidden: true, style: `color-scheme: light; color: var(${hue})` });
    root.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
