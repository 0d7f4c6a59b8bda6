/**
 * Dragging with mouse, pen and finger, by pointer events. Whatever can be dragged can also be tapped or
 * moved by a key: that is the widget's own work.
 */

const DRAG_STARTS_AT = 6;
const EDGE = 56;
const EDGE_SPEED = 14;

/**
 * @typedef {object} DragOptions
 * @property {string} handle selector of what can be dragged
 * @property {(x: number, y: number) => Element | null} targetAt the place under a point of the window
 * @property {(target: Element | null, previous: Element | null) => void} onOver
 * @property {(dragged: HTMLElement, target: Element) => void} onDrop
 * @property {AbortSignal} signal
 */

/**
 * Let elements inside `root` be dragged onto places.
 *
 * @param {HTMLElement} root positioned, so that the moving copy can be placed in it
 * @param {DragOptions} options
 */
function enableDragging(root, { handle, targetAt, onOver, onDrop, signal }) {
  /** @type {{card: HTMLElement, pointer: number, x: number, y: number, copy: HTMLElement | null, over: Element | null} | null} */
  let drag = null;
  let frame = 0;
  let lastPoint = { x: 0, y: 0 };
  let scrolled = /** @type {Element} */ (document.documentElement);

  /** @param {PointerEvent} event */
  function begin(event) {
    const card = /** @type {Element} */ (event.target).closest(handle);
    if (drag?.copy || !(card instanceof HTMLElement) || event.button !== 0 || !event.isPrimary)
      return;
    drag = {
      card,
      pointer: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      copy: null,
      over: null,
    };
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!drag || event.pointerId !== drag.pointer) return;
    lastPoint = { x: event.clientX, y: event.clientY };
    if (!drag.copy) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < DRAG_STARTS_AT) return;
      lift(event);
    }
    follow();
    if (!frame) frame = requestAnimationFrame(scrollAtTheEdge);
  }

  /** @param {PointerEvent} event */
  function lift(event) {
    if (!drag) return;
    // The root keeps receiving this pointer even when it leaves the window.
    root.setPointerCapture(event.pointerId);
    const box = drag.card.getBoundingClientRect();
    const copy = /** @type {HTMLElement} */ (drag.card.cloneNode(true));
    copy.classList.add("lk-drag-copy");
    copy.setAttribute("aria-hidden", "true");
    copy.style.width = `${box.width}px`;
    copy.style.fontSize = getComputedStyle(drag.card).fontSize;
    drag.copy = copy;
    drag.card.classList.add("lk-dragged");
    // Asked before the copy is there: it may reach beyond what holds the widget.
    scrolled = scroller(root);
    root.append(copy);
  }

  function follow() {
    if (!drag?.copy) return;
    const frame = root.getBoundingClientRect();
    const { x, y } = lastPoint;
    drag.copy.style.transform = `translate(${x - frame.left}px, ${y - frame.top}px) translate(-50%, -50%) rotate(-1.5deg)`;
    const over = targetAt(x, y);
    if (over !== drag.over) {
      onOver(over, drag.over);
      drag.over = over;
    }
  }

  /** A place beyond the window's edge comes nearer while a card is held there. */
  function scrollAtTheEdge() {
    frame = 0;
    if (!drag?.copy) return;
    const { y } = lastPoint;
    const step = y < EDGE ? -EDGE_SPEED : y > innerHeight - EDGE ? EDGE_SPEED : 0;
    if (!step) return;
    scrolled.scrollBy(0, step);
    follow();
    frame = requestAnimationFrame(scrollAtTheEdge);
  }

  /** @param {PointerEvent} event */
  function end(event) {
    if (!drag || event.pointerId !== drag.pointer) return;
    const { card, copy, over } = drag;
    const dropped = event.type === "pointerup" && copy !== null;
    stop();
    if (!dropped) return;
    // The click that follows a drag must not also count as a tap.
    root.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => root.removeEventListener("click", swallow, { capture: true }));
    if (over) onDrop(card, over);
  }

  function stop() {
    if (!drag) return;
    drag.copy?.remove();
    drag.card.classList.remove("lk-dragged");
    if (drag.over) onOver(null, drag.over);
    drag = null;
  }

  root.addEventListener("pointerdown", begin, { signal });
  root.addEventListener("pointermove", move, { signal });
  root.addEventListener("pointerup", end, { signal });
  root.addEventListener("pointercancel", end, { signal });
  root.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
  root.addEventListener("keydown", (event) => event.key === "Escape" && stop(), { signal });
}

/** @param {Event} event */
function swallow(event) {
  event.stopPropagation();
  event.preventDefault();
}

/**
 * @param {Element} element
 * @returns {Element} the nearest ancestor that scrolls; the page itself if none does
 */
function scroller(element) {
  for (let node = element.parentElement; node; node = node.parentElement) {
    const { overflowY } = getComputedStyle(node);
    if (/auto|scroll/.test(overflowY) && node.scrollHeight > node.clientHeight) return node;
  }
  return document.scrollingElement ?? document.documentElement;
}
