/** What a learner wrote: pure functions of the questions and the texts. */

/**
 * @typedef {{id: string, text: string, hint?: string}} WritingQuestion
 * @typedef {{id: string, title: string, prompt?: string, questions: WritingQuestion[]}} ReflectionActivity
 */

/** @param {{[question: string]: string}} texts @param {string} question @returns {string} */
function writtenFor(texts, question) {
  const text = Object.hasOwn(texts, question) ? texts[question] : "";
  return typeof text === "string" ? text : "";
}

/**
 * Note what was written. What belongs to questions that are no longer asked is kept.
 *
 * @param {{[question: string]: string}} texts
 * @param {string} question
 * @param {string} text
 * @returns {{[question: string]: string}}
 */
function withText(texts, question, text) {
  const { [question]: _, ...others } = texts;
  return text ? { ...others, [question]: text } : others;
}

/**
 * @param {ReflectionActivity} activity
 * @param {{[question: string]: string}} texts
 * @returns {{question: string, text: string}[]} each question that has an answer, with it
 */
function answersIn({ questions }, texts) {
  return questions
    .map(({ id, text }) => ({ question: text, text: writtenFor(texts, id).trim() }))
    .filter(({ text }) => text);
}

/** @param {ReflectionActivity} activity @param {{[question: string]: string}} texts @returns {string} everything as one text */
function wholeText(activity, texts) {
  const answers = answersIn(activity, texts);
  const written = answers.map(({ question, text }) => `${question}\n${text}\n`);
  return written.length ? [`${activity.title}\n`, ...written].join("\n") : "";
}
