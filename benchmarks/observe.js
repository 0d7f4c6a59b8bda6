/**
 * Watches a page from inside. Runs before the page's own scripts, called with what to watch.
 *
 * "Painted" is the time of a task that was posted from an animation frame: the browser has then done
 * the frame's style, layout and paint. What the compositor does after that is not in it.
 *
 * @param {{control: string, feedback: string}} selectors the first thing that can be used, and where answers appear
 */
(({ control, feedback }) => {
  const PATIENCE = 60_000;

  /** @returns {Promise<{frame: number, painted: number}>} when the next frame began and when it was painted */
  function nextPaint() {
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const frame = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ frame, painted: performance.now() });
        port2.postMessage(null);
      });
    });
  }

  /**
   * @param {string} what
   * @returns {Promise<never>}
   */
  function impatience(what) {
    return new Promise((_, reject) => setTimeout(() => reject(new Error(`${what} never came`)), PATIENCE));
  }

  /** @returns {Promise<{usable: number, domReady: number}>} milliseconds since the navigation began */
  function firstUse() {
    return new Promise((resolve) => {
      const observer = new MutationObserver(async () => {
        const found = [...document.querySelectorAll(control)];
        if (!found.some((element) => element.getClientRects().length)) return;
        observer.disconnect();
        const { painted } = await nextPaint();
        const [navigation] = performance.getEntriesByType("navigation");
        resolve({
          usable: painted,
          domReady: /** @type {PerformanceNavigationTiming} */ (navigation).domInteractive,
        });
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
  }

  /**
   * Wait for the next release of the pointer and for the feedback that follows.
   *
   * @returns {Promise<{painted: number, work: number}>} milliseconds from the release to the paint, and of these
   *   what was work: the time between the change and the start of the screen's next frame is left out
   */
  function nextFeedback() {
    return new Promise((resolve) => {
      /** @param {PointerEvent} event */
      function released(event) {
        const observer = new MutationObserver(async () => {
          observer.disconnect();
          const changed = performance.now();
          const { frame, painted } = await nextPaint();
          resolve({
            painted: painted - event.timeStamp,
            work: changed - event.timeStamp + (painted - frame),
          });
        });
        for (const element of document.querySelectorAll(feedback)) {
          observer.observe(element, { childList: true, subtree: true, characterData: true });
        }
      }
      addEventListener("pointerup", released, { capture: true, once: true });
    });
  }

  const usable = Promise.race([firstUse(), impatience(control)]);
  /** @type {Promise<{painted: number, work: number}>} */
  let answer;
  Object.assign(window, {
    benchmark: {
      usable: () => usable,
      nextPaint,
      expectAnswer: () => void (answer = Promise.race([nextFeedback(), impatience(feedback)])),
      answer: () => answer,
    },
  });
})
