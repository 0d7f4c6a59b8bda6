/**
 * Loads front-end files for a test. They are plain declarations that the base widget puts one
 * behind the other, so a test does the same and takes out what they declare.
 */
import { readFileSync } from "node:fs";

const PACKAGE = new URL("../../lessonkit/", import.meta.url);
const CATALOGUE = JSON.parse(readFileSync(new URL("words/en.json", PACKAGE), "utf8"));

/**
 * @param {string[]} names the files' names, without `.js`, in order
 * @param {{words?: {[entry: string]: string}, lang?: string}} [page] what the files find around them
 * @returns {{[name: string]: any}} everything that the files declare; a default export as `frontEnd`
 */
export function load(names, { words = CATALOGUE.sorting_exercise, lang = "en" } = {}) {
  const text = names
    .flatMap((name) => (name === "common" ? ["elements", name] : [name]))
    .map((name) => readFileSync(new URL(`static/${name}.js`, PACKAGE), "utf8"))
    .join("\n")
    .replace(/^export default /m, "const frontEnd = ");
  const declared = [...text.matchAll(/^(?:async )?(?:function|const) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const declare = new Function("WORDS", "document", `${text}\nreturn { ${declared.join(", ")} };`);
  return declare(words, { documentElement: { lang } });
}

/** @param {string} path below `tests/` @returns {any} */
export function readTable(path) {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));
}
