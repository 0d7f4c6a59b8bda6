/** Runs before anything of the page shows: its colours, the quick exit, and scripts that do not come. */
{
  const html = document.documentElement;
  const { quickExit = "" } = /** @type {HTMLElement} */ (document.currentScript).dataset;

  /** Hide the page and go where the quick exit leads. */
  const leave = () => {
    html.style.display = "none";
    // What a tab shows of a page that is on its way.
    document.title = quickExit;
    location.replace(navigator.onLine ? quickExit : "about:blank");
  };

  /** @param {boolean} isBack whether the reader came by the way back */
  const check = (isBack) => {
    html.style.visibility = "";
    try {
      if (!isBack) sessionStorage.removeItem("lessonkit-left");
      else if (sessionStorage.getItem("lessonkit-left")) leave();
    } catch {}
  };

  self.lessonkitLeave = leave;
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType("navigation")
  );
  check(visit?.type !== "navigate");
  addEventListener("pageshow", ({ persisted }) => persisted && check(true));
  // A page that comes back as it was must not be seen before it has been checked.
  addEventListener("pagehide", () => {
    html.style.visibility = "hidden";
  });
  addEventListener(
    "error",
    ({ target }) => target instanceof HTMLScriptElement && html.classList.add("lk-broken"),
    true,
  );
  try {
    document.body.dataset.theme = localStorage.getItem("theme") || "auto";
  } catch {}
}
