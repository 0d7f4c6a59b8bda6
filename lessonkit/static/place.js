/**
 * Remembers where in the lessons a reader was last, and leads back there from the first page.
 *
 * It is as private as the answers: it is kept with them, and goes with them.
 */

/** @typedef {{page: string, heading: string, title: string}} ReadingPlace its `heading` is the anchor, empty at the top of a page */

const PLACE = "place";
/** Where on the screen somebody reads: a heading above the middle has been reached. */
const ABOVE_THE_MIDDLE = { rootMargin: "1000000px 0px -50% 0px" };

/** @param {BookPage} page */
function startPlace({ name, answers }) {
  const line = /** @type {HTMLElement | null} */ (document.querySelector(".lk-continue"));
  if (line) {
    const paint = () => paintContinue(line, readPlace(answers.readText(PLACE)));
    answers.onChange(paint);
    addEventListener("pageshow", paint);
    paint();
  }
  if (lessonLinks().some(({ dataset }) => dataset.lesson === name)) {
    followReading((heading, title) =>
      answers.writeText(PLACE, JSON.stringify({ page: name, heading, title })),
    );
  }
}

/** @returns {HTMLAnchorElement[]} the lessons in the list of pages, in their order */
function lessonLinks() {
  return [...document.querySelectorAll(".sidebar-tree a[data-lesson]")].map(
    (link) => /** @type {HTMLAnchorElement} */ (link),
  );
}

/**
 * Tell which heading was passed last, at first and whenever it is another one.
 *
 * @param {(heading: string, title: string) => void} tell
 */
function followReading(tell) {
  const headings = [...document.querySelectorAll("article section[id] > :is(h1, h2, h3)")];
  let last = "";
  const observer = new IntersectionObserver(() => {
    const reached = headings.findLast(
      (heading) => heading.getBoundingClientRect().top <= innerHeight / 2,
    );
    const { id, title } = describeHeading(reached);
    if (last === id + title) return;
    last = id + title;
    tell(id, title);
  }, ABOVE_THE_MIDDLE);
  for (const heading of headings) observer.observe(heading);
}

/** @param {Element | undefined} heading @returns {{id: string, title: string}} */
function describeHeading(heading) {
  if (!heading || heading.localName === "h1") return { id: "", title: "" };
  const words = [...heading.childNodes].filter(
    (node) => !(node instanceof Element && node.classList.contains("headerlink")),
  );
  const title = words.map((node) => node.textContent).join("");
  return { id: heading.parentElement?.id ?? "", title: title.trim() };
}

/** @param {string | null} text @returns {ReadingPlace | null} nothing where it cannot be read */
function readPlace(text) {
  try {
    const { page, heading, title } = JSON.parse(text ?? "");
    const isPlace = [page, heading, title].every((each) => typeof each === "string");
    return isPlace ? { page, heading, title } : null;
  } catch {
    return null;
  }
}

/** Lead back, if the book still has the lesson. @param {HTMLElement} line @param {ReadingPlace | null} place */
function paintContinue(line, place) {
  const links = lessonLinks();
  const index = links.findIndex(({ dataset }) => dataset.lesson === place?.page);
  line.hidden = index < 0;
  line.replaceChildren();
  if (!place || index < 0) return;
  const [address] = links[index].href.split("#");
  const anchor = place.heading && `#${encodeURIComponent(place.heading)}`;
  const lesson = links[index].querySelector(".lk-page-title")?.textContent ?? "";
  const words = placeInWords(place, index + 1, lesson);
  line.append(make("a", { href: address + anchor, dir: "auto" }, words));
}

/** @param {ReadingPlace} place @param {number} number of the lesson @param {string} lesson what it is called @returns {string} */
function placeInWords({ heading, title }, number, lesson) {
  return heading
    ? say("continue_at", { heading: title, number })
    : say("continue_with", { number, title: lesson });
}
