/**
 * The window of a preview: it hears of each save, and shows the new version or what is wrong with it.
 * Parts to go in front: `elements`, `safe_storage`, `preview_frames`, `preview_bar`,
 * `preview_problems`.
 */

/** How long to wait before asking again for a preview that has ended, in milliseconds. */
const ASK_AGAIN = 2000;

/** Put the window on the page. */
function startPreview() {
  const { body } = document;
  const frames = makeFrames();
  const problems = makeProblems();
  const advice = makeAdvice();
  const { element: spoken, announce } = makeAnnouncer();
  const line = make("p", { class: "lk-preview-line", role: "status" }, say("reading"));
  const bar = makeBar(body.dataset.file ?? "", {
    setWidth: (width) => {
      body.dataset.width = width;
    },
    setTheme(theme) {
      body.dataset.theme = theme;
      frames.setTheme(theme);
    },
    startAgain() {
      frames.startAgain();
      announce(say("started_again"));
    },
  });
  body.append(bar, line, problems.element, advice.element, frames.element, spoken);

  let told = "";
  let hadProblems = false;

  /** @param {string} message */
  async function take(message) {
    if (message === told) return;
    const isFirst = told === "";
    told = message;
    /** @type {{version: string | null, problems: FileProblem[], advice: FileProblem[]}} */
    const { version, problems: found, advice: better } = JSON.parse(message);
    advice.paint(better);
    problems.paint(found, version !== null);
    const [first] = found;
    if (first) {
      const [count, place, what] = [found.length, placeOf(first), asSentence(first.what)];
      announce(say("announce_problems", { count, place, what }));
    }
    const isNew = version !== null && (await frames.show(version));
    if (!first && !isFirst && (isNew || hadProblems)) announce(say("announce_shown"));
    hadProblems = first !== undefined;
  }

  function listen() {
    const events = new EventSource("/events");
    events.addEventListener("message", ({ data }) => {
      line.textContent = "";
      void take(data);
    });
    events.addEventListener("error", () => {
      line.textContent = say("ended");
      // Some browsers try again by themselves, and some give up.
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, ASK_AGAIN);
    });
  }

  listen();
}

startPreview();
