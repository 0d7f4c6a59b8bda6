/**
 * The week as a calendar file, by RFC 5545: its lines end with CRLF and have 75 octets at most.
 * Times are those of the clock wherever the learner is. Nothing rings, and nothing says who made it.
 */

const OCTETS_OF_A_LINE = 75;

/**
 * @typedef {object} CalendarMaking what makes each file another one
 * @property {Date} now
 * @property {() => string} makeUid
 */

/**
 * @param {PlannerState} state
 * @param {string} week the date of its Monday
 * @param {CalendarMaking} making
 * @returns {string} the text of the file
 */
function calendarText(state, week, { now, makeUid }) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const entries = PLANNER_DAYS.flatMap((day) => {
    const date = dateOf(week, day).replaceAll("-", "");
    return inOrderOfTime(state, day).flatMap(({ act, label, time }) => [
      "BEGIN:VEVENT",
      `UID:${makeUid()}`,
      `DTSTAMP:${stamp}`,
      ...whenLines(date, time),
      `SUMMARY:${calendarWords(state.named && isWritten(state, act) ? label : state.activity.calendar_name)}`,
      "CLASS:PRIVATE",
      "END:VEVENT",
    ]);
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//lessonkit//Planner//EN",
    ...entries,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** @param {PlannerState} state @param {string} act @returns {boolean} whether it has words: an own act may have none yet */
function isWritten({ ownActs }, act) {
  return ownActs.find(({ id }) => id === act)?.label.trim() !== "";
}

/** @param {string} date @param {string} time @returns {string[]} */
function whenLines(date, time) {
  if (time) return [`DTSTART:${date}T${time.replace(":", "")}00`, "DURATION:PT30M"];
  return [`DTSTART;VALUE=DATE:${date}`, "TRANSP:TRANSPARENT"];
}

/** @param {string} text @returns {string} the text as the value of a property */
function calendarWords(text) {
  return (
    text
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\r\n|[\r\n]/g, "\\n")
      // No other control character may stand in a file.
      .replace(/[^\P{Cc}\t]/gu, "")
  );
}

/** @param {string} line @returns {string} the line, broken where it is too long; never within a character */
function foldLine(line) {
  const encoder = new TextEncoder();
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > OCTETS_OF_A_LINE) {
      folded += "\r\n ";
      // The space with which a line goes on counts.
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** @returns {string} a random name that no other entry of any calendar has */
function randomUid() {
  // `crypto.randomUUID` is missing on a page from a plain http address.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
