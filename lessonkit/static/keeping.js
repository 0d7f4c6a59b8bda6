/** Ways to take away what one has made: copy it, save it as a file, print it alone. Nothing leaves the device. */

/**
 * Put a text on the clipboard.
 *
 * @param {string} text
 * @param {HTMLElement} root an element of the widget, where a helper element may stand for a moment
 * @returns {Promise<boolean>} whether it is there now
 */
async function copyText(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page from a plain http address has no clipboard of that kind.
    const focused = document.activeElement;
    const box = make("textarea", { class: "lk-hidden-text", tabindex: -1 });
    box.value = text;
    root.append(box);
    box.select();
    const copied = document.execCommand("copy");
    box.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return copied;
  }
}

/**
 * Offer a text as a file.
 *
 * @param {string} name the file's name
 * @param {string} text
 * @param {string} [type] what kind of text it is
 */
function saveText(name, text, type = "text/plain") {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

/**
 * Print one part of a widget, and nothing else of the page.
 *
 * @param {string} title
 * @param {HTMLElement} part
 * @param {HTMLElement} root an element of the widget, where a frame may stand for a moment
 */
function printAlone(title, part, root) {
  const frame = make("iframe", { class: "lk-hidden-text", title, tabindex: -1 });
  root.append(frame);
  const { contentDocument: page, contentWindow: window } = frame;
  if (!page || !window) return frame.remove();
  page.documentElement.lang = spokenLanguage();
  page.documentElement.dir = isRightToLeft(root) ? "rtl" : "ltr";
  page.title = title;
  page.body.append(page.importNode(part, true));
  page.body.style.font = "12pt/1.5 system-ui, sans-serif";
  window.addEventListener("afterprint", () => frame.remove());
  window.print();
}

/**
 * Make the buttons with which a learner takes something away.
 *
 * @param {object} what
 * @param {() => string} what.text what is copied and saved
 * @param {string} [what.file] the file's name; without it, nothing can be saved
 * @param {() => HTMLElement} [what.page] what is printed; without it, nothing can be printed
 * @param {string} what.title
 * @param {HTMLElement} what.root
 * @param {(message: string) => void} what.announce
 * @returns {HTMLElement}
 */
function makeKeepButtons({ text, file, page, title, root, announce }) {
  const status = make("span", { class: "lk-small" });
  /** @param {string} message */
  const tell = (message) => {
    status.textContent = message;
    announce(message);
  };
  const copy = async () => tell(say((await copyText(text(), root)) ? "copied" : "not_copied"));
  const buttons = [makeButton(say("copy_text"), copy)];
  if (file) {
    const save = () => {
      saveText(file, text());
      tell(say("saved_as", { file }));
    };
    buttons.push(makeButton(say("save_text"), save));
  }
  if (page) buttons.push(makeButton(say("print_page"), () => printAlone(title, page(), root)));
  return make("div", { class: "lk-keep lk-tools" }, ...buttons, status);
}
