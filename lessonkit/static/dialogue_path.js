/** Where a conversation stands: pure functions of a dialogue's lines and the path through them. */

/**
 * @typedef {{id: string, text: string, to: string, debrief: string}} LineChoice
 * @typedef {{id: string, speaker?: string, text: string, choices: LineChoice[], ending?: string}} DialogueLine
 * @typedef {object} DialogueActivity
 * @property {string} id
 * @property {string} title
 * @property {string} prompt
 * @property {DialogueLine[]} lines
 * @property {string} [closing_question]
 *
 * @typedef {{line: string, choice: string}} PathStep
 * @typedef {{line: DialogueLine, chosen: LineChoice}} DialogueTurn
 */

/**
 * Follow a path as far as it fits: a file may have changed since it was taken.
 *
 * @param {DialogueActivity} activity
 * @param {PathStep[]} path
 * @returns {{turns: DialogueTurn[], line: DialogueLine}} the turns that were taken, and where they led
 */
function followPath({ lines }, path) {
  /** @type {DialogueTurn[]} */
  const turns = [];
  let line = lines[0];
  for (const step of path) {
    const chosen = line.choices.find((choice) => choice.id === step?.choice);
    const next = lines.find((each) => each.id === chosen?.to);
    if (step?.line !== line.id || !chosen || !next) break;
    turns.push({ line, chosen });
    line = next;
  }
  return { turns, line };
}

/** @param {DialogueTurn[]} turns @returns {PathStep[]} */
function pathOf(turns) {
  return turns.map(({ line, chosen }) => ({ line: line.id, choice: chosen.id }));
}

/**
 * Choose what to say or do next.
 *
 * @param {DialogueActivity} activity
 * @param {{path: PathStep[], endings: string[]}} state
 * @param {string} choice the id of one of the choices of the line at which the path ends
 * @returns {{path: PathStep[], endings: string[]}}
 */
function choose(activity, { path, endings }, choice) {
  const { turns, line } = followPath(activity, path);
  const longer = [...pathOf(turns), { line: line.id, choice }];
  return { path: longer, endings: withEnding(activity, longer, endings) };
}

/**
 * @param {DialogueActivity} activity
 * @param {PathStep[]} path
 * @param {string[]} endings
 * @returns {string[]} the endings, and the one to which the path leads
 */
function withEnding(activity, path, endings) {
  const { line } = followPath(activity, path);
  return line.ending && !endings.includes(line.id) ? [...endings, line.id] : endings;
}

/**
 * @param {DialogueActivity} activity
 * @param {string[]} endings the ids that were kept; those of lines that no longer end are left out
 * @returns {{found: string[], total: number}} the names of the endings found, in their order
 */
function endingsFound({ lines }, endings) {
  const all = lines.filter((line) => line.ending);
  const found = [...new Set(endings)].flatMap(
    (id) => all.find((line) => line.id === id)?.ending ?? [],
  );
  return { found, total: all.length };
}

/** @param {DialogueTurn} turn @returns {LineChoice[]} what else could have been chosen */
function alsoOpen({ line, chosen }) {
  return line.choices.filter((choice) => choice !== chosen);
}
