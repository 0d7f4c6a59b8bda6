/**
 * The colours that a reader chooses, the two drawers, and where on the page one is: what Furo's own
 * script does, and what a keyboard needs besides. Parts to go in front: `elements`.
 */

/** How far a page is scrolled before the way back to its top shows, in pixels. */
const FAR_DOWN = 64;

/** Let the theme's buttons work, and keep the page's header and contents up to date. */
function startTheme() {
  document.documentElement.classList.remove("no-js");
  for (const button of document.querySelectorAll(".theme-toggle")) {
    button.addEventListener("click", changeTheme);
  }
  startDrawers();
  const paint = makeScrollPainter();
  let asked = false;
  const paintSoon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      paint();
    });
  };
  addEventListener("scroll", paintSoon, { passive: true });
  addEventListener("resize", paintSoon, { passive: true });
  addEventListener("load", paintSoon);
}

/** Go on to the next choice: first away from what the device asks for, then to it, then back to the device's. */
function changeTheme() {
  const { theme } = document.body.dataset;
  const [own, other] = matchMedia("(prefers-color-scheme: dark)").matches
    ? ["dark", "light"]
    : ["light", "dark"];
  const next = theme === other ? own : theme === own ? "auto" : other;
  document.body.dataset.theme = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
}

/** Put buttons, which a keyboard reaches, in the place of the labels of the two drawers. */
function startDrawers() {
  for (const label of /** @type {NodeListOf<HTMLLabelElement>} */ (
    document.querySelectorAll(".nav-overlay-icon, .toc-overlay-icon")
  )) {
    const toggle = /** @type {HTMLInputElement} */ (label.control);
    const drawer = document.querySelector(
      toggle.id === "__toc" ? ".toc-drawer" : ".sidebar-drawer",
    );
    const button = makeButton("", () => toggle.click(), {
      class: label.className,
      "aria-label": toggle.ariaLabel,
    });
    button.append(...label.children);
    label.replaceWith(button);
    const paint = () => {
      button.ariaExpanded = String(toggle.checked);
    };
    const close = () => {
      toggle.checked = false;
      paint();
    };
    toggle.addEventListener("change", paint);
    addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !toggle.checked) return;
      close();
      if (button.checkVisibility()) button.focus();
    });
    for (const link of drawer?.querySelectorAll("a[href^='#']") ?? []) {
      link.addEventListener("click", close);
    }
    paint();
  }
}

/** @returns {() => void} shows how far the page is scrolled */
function makeScrollPainter() {
  const page = document.documentElement;
  const header = document.querySelector("header");
  const links = /** @type {HTMLAnchorElement[]} */ ([
    ...document.querySelectorAll(".toc-tree a[href^='#']"),
  ]);
  const headings = links.map(({ hash }) =>
    document.getElementById(decodeURIComponent(hash.slice(1))),
  );
  let before = 0;
  let current = -2;
  return () => {
    const { scrollTop, scrollHeight } = page;
    header?.classList.toggle("scrolled", scrollTop > 0);
    if (scrollTop < FAR_DOWN || scrollTop !== before) {
      page.classList.toggle("show-back-to-top", scrollTop >= FAR_DOWN && scrollTop < before);
    }
    before = scrollTop;
    const line = (header?.getBoundingClientRect().bottom ?? 0) + 2.5 * rootFontSize() + 1;
    const isAtEnd = scrollTop + innerHeight >= scrollHeight - 1;
    const passed = headings.findLastIndex(
      (heading) => heading && heading.getBoundingClientRect().top <= line,
    );
    const now = isAtEnd && scrollTop > 0 ? headings.length - 1 : passed;
    if (now === current) return;
    current = now;
    for (const [index, link] of links.entries()) {
      link.closest("li")?.classList.toggle("scroll-current", index === now);
    }
  };
}

/** @returns {number} in pixels */
function rootFontSize() {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
