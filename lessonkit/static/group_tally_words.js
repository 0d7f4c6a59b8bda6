/** What a group tally says. Parts to go in front: `group_tally_count`. */

const LINES_NAMED = 8;
const TEXT_NAMED = 40;

/** @param {BoxCount} box @param {string} text what stands in it @param {boolean} drop whether repeats are left out @returns {string} what was found */
function foundInWords({ found, codes, repeated, rounds }, text, drop) {
  if (!found.codes.length) return text.trim() ? say("no_code_here") : "";
  const said = [say("codes_counted", { count: codes })];
  if (repeated && drop) said.push(say("repeats_dropped", { count: repeated }));
  else if (repeated) said.push(say("repeats_counted", { count: repeated }));
  if (rounds.length > 1)
    for (const { number, counts } of rounds)
      said.push(say("of_round", { round: number, count: counts.people }));
  return said.join(" ");
}

/** @param {FoundCodes} found @returns {string[]} what somebody should look at, line by line */
function problemsInWords({ damaged, others }) {
  const all = [
    ...damaged.map((each) => ({ ...each, entry: "line_damaged" })),
    ...others.map((each) => ({ ...each, entry: "line_of_other_cards" })),
  ].sort((one, other) => one.line - other.line);
  const named = all.slice(0, LINES_NAMED).map(({ entry, line, text }) => {
    const short = text.length > TEXT_NAMED ? `${text.slice(0, TEXT_NAMED - 1)}…` : text;
    return say(entry, { line, text: short });
  });
  const further = all.length - named.length;
  return further ? [...named, say("further_lines", { count: further })] : named;
}

/** @param {BoxCount} first @param {BoxCount} second @param {number} threshold @returns {string[]} what is not shown yet, and why */
function waitingInWords(first, second, threshold) {
  if (!first.codes) return [say("waiting_none", { threshold })];
  const waits = first.rounds.filter(({ missing }) => missing);
  const said = waits.map(({ number, missing }) => {
    const more = say("codes_missing", { count: missing });
    return first.rounds.length > 1 ? say("in_round", { round: number, words: more }) : more;
  });
  if (waits.length) said.push(say("waiting_why", { threshold }));
  for (const { number } of shownRounds(first)) {
    const later = second.rounds.find((round) => round.number === number);
    if (later?.missing) said.push(say("later_missing", { count: later.missing }));
  }
  return said;
}

/** @param {CardLine} line @returns {string} how far people agree, and who did not place the card */
function notesInWords(line) {
  const { first, later } = line;
  const [before, after] = [first, later].map((sorting) => percentOf(sorting?.tally.agreement));
  const said = [];
  if (later) said.push(say("agreement_moved", { before, after }));
  else if (first.tally.agreement === null) said.push(say("agreement_unknown"));
  else said.push(say("agreement_is", { percent: before }));
  if (!later) said.push(...unplacedInWords(first));
  else {
    const [then, now] = [first, later].map((sorting) => unplacedInWords(sorting).join(" "));
    if (then) said.push(say("in_first", { words: then }));
    if (now) said.push(say("in_later", { words: now }));
  }
  return said.join(" ");
}

/** @param {Sorting} sorting @returns {string[]} */
function unplacedInWords(sorting) {
  const passed = sorting.tally.counts[PASSED];
  const out = leftOut(sorting);
  return [
    passed ? say("passed_count", { count: passed }) : "",
    out ? say("left_out", { count: out }) : "",
  ].filter(Boolean);
}

/** @param {number | null | undefined} share from 0 to 1 @returns {string} in percent */
function percentOf(share) {
  return share === null || share === undefined ? "–" : `${Math.round(100 * share)}%`;
}

/** @param {CardTally} tally @param {string} category @returns {string} how many, and of a hundred */
function countInWords(tally, category) {
  const percent = `${Math.round(shareOf(tally, category))}%`;
  return say("count_and_share", { number: tally.counts[category], percent });
}

/** @param {number | undefined} points @returns {string} */
function changeInWords(points) {
  if (points === undefined) return "";
  const whole = Math.round(points);
  if (whole === 0) return say("points_same");
  return whole > 0
    ? say("points_up", { points: whole })
    : say("points_down", { points: Math.abs(whole) });
}

/** @param {CardLine} line @returns {string} by which people know the card */
function cardName({ number, round }) {
  return round ? say("card_of_round", { number, round }) : say("card_number", { number });
}

/** @param {BoxCount} first @param {BoxCount} second @returns {string} */
function headingOf(first, second) {
  const [before, after] = [first, second].map((box) =>
    Math.max(0, ...shownRounds(box).map(({ counts }) => counts.people)),
  );
  return after
    ? say("people_sorted_twice", { people: before, later: after })
    : say("people_sorted", { people: before });
}

/** @param {GroupActivity} activity @param {CardLine} line @returns {string} all that is shown of a card, to be heard */
function lineAloud({ categories }, line) {
  const { first, later, change } = line;
  const bars = categories.map(({ id, label }) => {
    const before = countInWords(first.tally, id);
    if (!later) return `${label}: ${before}`;
    const after = countInWords(later.tally, id);
    return `${label}: ${before}, ${say("bar_later")} ${after}, ${changeInWords(change?.[id])}`;
  });
  return `${cardName(line)}. ${line.card.text} ${bars.join(". ")}. ${notesInWords(line)}`;
}
