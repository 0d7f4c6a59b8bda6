/** Leaves the course at once, on every open page of it. Parts to go in front: `answers`. */

const EXIT_PRESSES = 3;
/** How long the presses may take together, in milliseconds. */
const EXIT_TIME = 5000;

/**
 * Let the link leave no way back, and let a key pressed three times do the same.
 *
 * @param {{answers: Pick<AnswerStore, "leave">}} page
 */
function startQuickExit({ answers }) {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".lk-quick-exit"));
  // A book whose subject anybody may be seen with has none.
  if (!link) return;
  const call = `lessonkit-leave:${BOOK.course}`;
  const { element, announce } = makeAnnouncer();
  const lights = Array.from({ length: EXIT_PRESSES }, () => make("span"));

  function leave() {
    answers.leave();
    attempt(() => sessionStorage.setItem("lessonkit-left", "yes"));
    self.lessonkitLeave();
  }

  function leaveEverywhere() {
    // Other tabs hear of what is kept on the device, and nothing stays there.
    attempt(() => localStorage.setItem(call, "now"));
    attempt(() => localStorage.removeItem(call));
    leave();
  }

  link.title = say("exit_how");
  link.append(make("span", { class: "lk-exit-lights", "aria-hidden": "true" }, ...lights));
  link.after(element);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leaveEverywhere();
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key === call && newValue) leave();
  });
  countPresses((presses) => {
    link.classList.toggle("lk-exit-begun", presses > 0);
    for (const [index, light] of lights.entries()) {
      light.classList.toggle("lk-exit-lit", index < presses);
    }
    if (presses === EXIT_PRESSES) leaveEverywhere();
    else announce(presses ? say("exit_presses", { count: EXIT_PRESSES - presses }) : "");
  });
}

/**
 * Count how often Shift is pressed and let go with no other key or pointer in between.
 *
 * @param {(presses: number) => void} tell called with each press, and with 0 when the count begins anew
 */
function countPresses(tell) {
  let presses = 0;
  let isAlone = false;
  /** @type {number | undefined} */
  let timer;

  function reset() {
    isAlone = false;
    if (!presses) return;
    clearTimeout(timer);
    presses = 0;
    tell(0);
  }

  // On the window and before anyone else: activities keep the keys they use to themselves.
  const first = { capture: true };
  addEventListener("pointerdown", reset, first);
  addEventListener(
    "keydown",
    ({ key, repeat, ctrlKey, altKey, metaKey }) => {
      if (key !== "Shift" || ctrlKey || altKey || metaKey) reset();
      else if (!repeat) isAlone = true;
    },
    first,
  );
  addEventListener(
    "keyup",
    ({ key }) => {
      if (key !== "Shift" || !isAlone) return;
      isAlone = false;
      presses += 1;
      if (presses === 1) timer = setTimeout(reset, EXIT_TIME);
      tell(presses);
    },
    first,
  );
}
