/** What the bar of the slides and the speaker notes both show. Parts to go in front: `elements`, `slides_clock`. */

/**
 * @typedef {object} Slide
 * @property {HTMLElement} section
 * @property {string} title
 * @property {number} minutes 0 where it is no step
 * @property {HTMLElement | null} notes
 *
 * @typedef {object} SlidesHost what shows the slides
 * @property {Slide[]} slides
 * @property {SlidesClock} clock
 * @property {() => number} at the number of the slide that is shown, from 0
 * @property {(number: number) => void} goTo
 * @property {() => void} toggleClock
 * @property {() => void} resetClock
 *
 * @typedef {object} SlidesPart
 * @property {HTMLElement} root
 * @property {() => void} paint
 */

/**
 * Make the clock of the step that is shown, with its buttons.
 *
 * @param {SlidesHost} host
 * @returns {SlidesPart}
 */
function makeClockPart({ slides, clock, at, toggleClock, resetClock }) {
  const time = make("span", { class: "lk-clock-time" });
  const note = make("span", { class: "lk-clock-note" });
  const line = make("span", { class: "lk-clock-line" });
  const toggle = makeButton("", toggleClock, { class: "lk-clock-toggle" });
  const reset = makeButton(say("clock_reset"), resetClock);
  const root = make(
    "div",
    { class: "lk-clock", role: "group", "aria-label": say("clock") },
    make("p", { class: "lk-clock-face", role: "timer" }, time, " ", note),
    make("span", { class: "lk-clock-track", "aria-hidden": "true" }, line),
    make("div", { class: "lk-clock-buttons" }, toggle, reset),
  );
  return {
    root,
    paint() {
      const left = clock.left();
      const { minutes } = slides[at()];
      root.classList.toggle("lk-clock-none", left === null);
      root.inert = left === null;
      if (left === null) return;
      const isOver = left < 0;
      root.dataset.state = isOver ? "over" : clock.isRunning() ? "running" : "still";
      showWords(time, clockTime(left));
      showWords(note, say(isOver ? "clock_over" : "clock_left", { count: minutes }));
      showWords(toggle, say(clock.isRunning() ? "clock_pause" : "clock_start"));
      reset.disabled = left === minutes * MINUTE;
      line.style.width = `${Math.min(100, Math.max(0, (100 * left) / (minutes * MINUTE)))}%`;
    },
  };
}

/**
 * Make the ways from slide to slide.
 *
 * @param {SlidesHost} host
 * @returns {SlidesPart}
 */
function makeTurnPart({ slides, at, goTo }) {
  const previous = makeButton("‹", () => goTo(at() - 1), { "aria-label": say("slide_previous") });
  const next = makeButton("›", () => goTo(at() + 1), { "aria-label": say("slide_next") });
  const place = make("span", { class: "lk-slide-place" });
  return {
    root: make("div", { class: "lk-turn" }, previous, place, next),
    paint() {
      showWords(place, say("slide_place", { number: at() + 1, total: slides.length }));
      // A button that was just pressed keeps the focus.
      setAttribute(previous, "aria-disabled", at() === 0 && "true");
      setAttribute(next, "aria-disabled", at() === slides.length - 1 && "true");
    },
  };
}

/** Say something in an element, and touch nothing where it says so already. @param {HTMLElement} element @param {string} words */
function showWords(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
