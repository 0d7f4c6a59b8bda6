/**
 * Brings the files of a page's activities: scripts, which register what they hold, and styles.
 *
 * Scripts and no modules, since a page that was opened as a file may not load modules.
 */

/** What the files hold that have come, by their names. */
const filesHere = self.lessonkitFiles ?? {};
self.lessonkitFiles = filesHere;
/** @type {Map<string, Promise<any>>} */
const filesComing = new Map();
const { src: besideMe = "" } = /** @type {HTMLScriptElement} */ (document.currentScript) ?? {};

/** A file that was not to be had. */
class MissingFile extends Error {}

/** @param {string} name @returns {boolean} whether a file has come */
function hasFile(name) {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const links = document.querySelectorAll(`link[href$="/${name}"]`);
  return name in filesHere || [...links].some(({ sheet }) => sheet);
}

/**
 * Bring a file that stands beside this script.
 *
 * @param {string} name
 * @returns {Promise<any>} what it registers
 */
function bringFile(name) {
  const coming = filesComing.get(name) ?? loadFile(name);
  filesComing.set(name, coming);
  // The next activity that needs it tries again.
  coming.catch(() => filesComing.delete(name));
  return coming;
}

/** @param {string} name */
async function loadFile(name) {
  if (!hasFile(name)) {
    const element = makeLoader(name);
    await new Promise((resolve) => {
      element.onload = resolve;
      element.onerror = resolve;
      document.head.append(element);
    });
    if (!hasFile(name)) {
      element.remove();
      throw new MissingFile(WORDS.missing_file.replace("{file}", () => name));
    }
  }
  return filesHere[name];
}

self.lessonkitBring = bringFile;

/** @param {string} name @returns {HTMLElement} what makes the browser load a file */
function makeLoader(name) {
  const address = new URL(name, besideMe).href;
  return name.endsWith(".css")
    ? Object.assign(document.createElement("link"), { rel: "stylesheet", href: address })
    : Object.assign(document.createElement("script"), { src: address });
}
