/** Runs hydrate.js in a page that holds no more than it needs, to see what it does for a front end. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";
import { FakeStorage } from "./storage.mjs";

const textOf = (name) =>
  readFileSync(new URL(`../../lessonkit/static/${name}.js`, import.meta.url), "utf8");
const PARTS = ["live_files", "live_answers", "live_models", "live_widgets", "hydrate"];
const WORDS = {
  failed: "Could not start",
  cause: "The cause: {cause}",
  missing_file: "no {file}",
  retry: "Once more",
  waiting: "On its way",
};
const SOURCE = `"use strict";{const WORDS=${JSON.stringify(WORDS)};${PARTS.map(textOf).join("\n")}}`;
const PAGE = `"use strict";{${["safe_storage", "answers"].map(textOf).join("\n")}
self.lessonkitPage = { answers: openAnswers("course", (entry) => said.push(entry)) };}`;

class FakeElement {
  constructor(tag, dataset = {}) {
    Object.assign(this, { tag, dataset, children: [], className: "", textContent: "", heard: {} });
    this.attributes = {};
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  removeAttribute(name) {
    delete this.attributes[name];
    if (name === "tabindex") delete this.tabIndex;
  }
  addEventListener(name, listener) {
    this.heard[name] = listener;
  }
  getBoundingClientRect() {
    return { bottom: 0, height: 0 };
  }
  focus() {}
  append(...children) {
    for (const child of children) Object.assign(child, { parent: this });
    this.children.push(...children);
  }
  prepend(...children) {
    this.append(...children);
  }
  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((child) => child !== this);
  }
  find(className) {
    return this.children.find((child) => child.className.split(" ").includes(className));
  }
}

/** Every module of these tests, so that a module's text can hand out what a test made. */
globalThis.hydrateTestModules = [];

/** @param {Record<string, any>} module what it exports @returns {string} its text */
function moduleText(module) {
  const place = globalThis.hydrateTestModules.push(module) - 1;
  const from = `globalThis.hydrateTestModules[${place}]`;
  return Object.keys(module)
    .map((name) => `export ${name === "default" ? name : `const ${name} =`} ${from}.${name};`)
    .join("\n");
}

/**
 * Open a page.
 *
 * @param {object} page
 * @param {Record<string, any>} page.models the models that come with the page, by id
 * @param {Record<string, any>} page.modules the front ends' modules by the names of their files
 * @param {string[]} [page.slots] the models of the slots, in order
 * @param {Record<string, any>} [page.data] what more a slot says, by its model
 * @param {Record<string, any>} [page.later] what files hold that the page has not brought itself
 * @param {boolean} [page.isWhole] whether the page's own script has come
 * @param {any} [page.sessionStorage]
 * @param {any} [page.localStorage]
 */
async function open({
  models,
  modules,
  slots = Object.keys(models),
  data = {},
  later = {},
  isWhole = true,
  ...storages
}) {
  const heard = {};
  const elements = slots.map((model) => new FakeElement("div", { model, ...data[model] }));
  const state = Object.entries(models).map(([id, model]) => [
    id,
    { front_end: "widget", ...model },
  ]);
  const states = [{ textContent: JSON.stringify(Object.fromEntries(state)) }];
  const errors = [];
  const imports = [];
  const asked = [];
  let near;
  const head = new FakeElement("head");
  head.append = (element) => {
    element.parent = head;
    const name = element.src.split("/").at(-1);
    asked.push(name);
    if (name in later) context.lessonkitFiles[name] = later[name];
    setImmediate(name in later ? element.onload : element.onerror);
  };
  const context = vm.createContext({
    AbortController,
    Blob: class {
      constructor([text]) {
        this.text = text;
      }
    },
    CSS: { supports: () => true },
    setTimeout,
    DOMException,
    IntersectionObserver: class {
      constructor(tell) {
        near = (target) => tell([{ isIntersecting: true, target }]);
      }
      observe() {}
      unobserve() {}
    },
    URL: class extends URL {
      static createObjectURL({ text }) {
        imports.push(text);
        return `data:text/javascript,${encodeURIComponent(text)}`;
      }
      static revokeObjectURL() {}
    },
    atob,
    console: { error: (...details) => errors.push(details), warn() {} },
    location: { hash: "" },
    performance: { getEntriesByType: () => [{ type: "navigate" }] },
    document: {
      currentScript: { src: "file:///_static/lessonkit/hydrate.js" },
      head,
      createElement: (tag) => new FakeElement(tag),
      getElementById: () => null,
      querySelectorAll: (selector) =>
        selector.startsWith("script") ? states : selector.startsWith("link") ? [] : elements,
    },
    addEventListener: (name, listener) => Object.assign(heard, { [name]: listener }),
    said: [],
    sessionStorage: new FakeStorage(),
    localStorage: new FakeStorage(),
    ...storages,
  });
  context.self = context;
  context.lessonkitFiles = Object.fromEntries(
    Object.entries(modules).map(([name, module]) => [name, [moduleText(module)]]),
  );
  if (isWhole) vm.runInContext(PAGE, context);
  vm.runInContext(SOURCE, context, {
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const isDone = ({ dataset: { waiting, mounted, failed } }) =>
    waiting === "far" || mounted === "" || failed === "";
  const settled = async () => {
    while (!elements.every(isDone)) await new Promise((resolve) => setImmediate(resolve));
  };
  await settled();
  return {
    elements,
    errors,
    imports,
    heard,
    asked,
    later,
    settled,
    said: context.said,
    async approach(slot) {
      near(slot);
      await settled();
    },
    storage: context.sessionStorage,
    device: context.localStorage,
  };
}

/** Open a page with one widget and return what its render gets. */
async function render(state = {}, more = {}) {
  const got = {};
  const module = { default: { render: (context) => void Object.assign(got, context) } };
  const page = await open({ models: { m1: { state, ...more } }, modules: { widget: module } });
  return { ...got, page };
}

test("a widget is mounted in its slot", async () => {
  const { el, page } = await render();
  assert.equal(page.elements[0].dataset.mounted, "");
  assert.equal(page.elements[0].find("lk-live"), el);
  assert.deepEqual(page.errors, []);
});

test("classes that Python added are on the live view", async () => {
  const { el } = await render({ _dom_classes: ["a", "b"] });
  assert.equal(el.className, "lk-live a b");
});

test("set tells the listeners of the trait and of any change, once", async () => {
  const { model } = await render({ count: 1, text: "a" });
  const heard = [];
  model.on("change:count", (_, value) => heard.push(["count", value]));
  model.on("change", () => heard.push(["any"]));
  model.set("count", 2);
  model.set("count", 2);
  model.set({ count: 2, text: "b" });
  assert.deepEqual(heard, [["count", 2], ["any"], ["any"]]);
  assert.equal(model.get("text"), "b");
});

test("an equal value is no change, other bytes are", async () => {
  const { model } = await render({ list: [{ a: 1 }], bytes: 0 });
  const heard = [];
  model.on("change", () => heard.push(1));
  model.set("list", [{ a: 1 }]);
  assert.equal(heard.length, 0);
  model.set("list", [{ a: 2 }]);
  model.set("bytes", new DataView(new ArrayBuffer(1)));
  model.set("bytes", new DataView(new ArrayBuffer(1)));
  assert.equal(heard.length, 3);
});

test("one listener can hear two events, and off stops it", async () => {
  const { model } = await render({ a: 0, b: 0 });
  const heard = [];
  const listener = () => heard.push(1);
  model.on("change:a change:b", listener);
  model.set({ a: 1, b: 1 });
  assert.equal(heard.length, 2);
  model.off("change:a", listener);
  model.set({ a: 2, b: 2 });
  assert.equal(heard.length, 3);
  model.on("change:a", listener);
  model.off();
  model.set({ a: 3, b: 3 });
  assert.equal(heard.length, 3);
});

test("send does nothing and invoke is refused", async () => {
  const { model, experimental } = await render();
  model.send({ kind: "hello" });
  await assert.rejects(() => experimental.invoke("method"), /no kernel/);
});

test("two views of one widget share a model, which starts once", async () => {
  const seen = [];
  let starts = 0;
  const widget = { initialize: () => void starts++, render: ({ model }) => void seen.push(model) };
  await open({
    models: { m1: { state: {} } },
    modules: { widget: { default: widget } },
    slots: ["m1", "m1"],
  });
  assert.equal(seen.length, 2);
  assert.equal(seen[0], seen[1]);
  assert.equal(starts, 1);
});

test("widgets alike load their front end once", async () => {
  const page = await open({
    models: { m1: { state: {} }, m2: { state: {} } },
    modules: { widget: { default: { render() {} } } },
  });
  assert.equal(page.imports.length, 1);
});

/** A render function. */
function show({ el, model }) {
  el.textContent = model.get("text") ?? "shown";
}

for (const [name, module] of Object.entries({
  "a default function": { default: () => ({ render: show }) },
  "a default async function": { default: async () => ({ render: async (view) => show(view) }) },
  "a render export": { render: show },
})) {
  test(`${name} is understood`, async () => {
    const page = await open({ models: { m1: { state: {} } }, modules: { widget: module } });
    assert.equal(page.elements[0].find("lk-live").textContent, "shown");
  });
}

test("bytes arrive as a view of them, in their place", async () => {
  const buffers = [
    { path: ["data"], data: "AAH/" },
    { path: ["list", 1, "part"], data: "Bw==" },
  ];
  const { model } = await render({ list: [0, {}] }, { buffers });
  assert.equal(model.get("data").getUint8(2), 255);
  assert.equal(model.get("list")[1].part.getUint8(0), 7);
});

test("a widget finds another by its manager and by its host", async () => {
  const found = {};
  const outer = {
    async render({ model, host, el }) {
      found.managed = await model.widget_manager.get_model("m2");
      found.hosted = await host.getModel("anywidget:m2");
      const inner = await host.getWidget("anywidget:m2");
      found.said = inner.exports.say();
      await inner.render({ el });
      await assert.rejects(() => host.getModel("anywidget:m9"), /no widget m9/);
    },
  };
  const inner = { initialize: () => ({ say: () => "hello" }), render: show };
  const page = await open({
    models: { m1: { state: {} }, m2: { state: { text: "inner" }, front_end: "inner" } },
    modules: { widget: { default: outer }, inner: { default: inner } },
    slots: ["m1"],
  });
  assert.deepEqual(page.errors, []);
  assert.equal(found.managed, found.hosted);
  assert.equal(found.said, "hello");
  assert.equal(page.elements[0].find("lk-live").textContent, "inner");
});

test("a widget that fails leaves its slot with the cause, and the others alone", async () => {
  let signal;
  const broken = {
    render(context) {
      signal = context.signal;
      throw new Error("it $& broke");
    },
  };
  const page = await open({
    models: { m1: { state: {}, front_end: "broken" }, m2: { state: {} } },
    modules: { broken: { default: broken }, widget: { default: { render() {} } } },
  });
  const [failed, well] = page.elements;
  assert.equal(failed.find("lk-live"), undefined);
  assert.equal(failed.find("lk-failure").tag, "details");
  const texts = failed.find("lk-failure").children.map((child) => child.textContent);
  assert.deepEqual(texts, ["Could not start", "The cause: it $& broke"]);
  assert.equal(failed.dataset.failed, "");
  assert.ok(signal.aborted);
  assert.equal(page.errors.length, 1);
  assert.match(page.errors[0][0], /^\[lessonkit\] widget m1 could not start: it/);
  assert.equal(well.dataset.mounted, "");
});

test("a front end whose script did not come is named as the cause", async () => {
  const page = await open({ models: { m1: { state: {} } }, modules: {} });
  assert.equal(page.elements[0].find("lk-failure").children[1].textContent, "The cause: no widget");
});

const LEARNER = {
  activity_key: "deck",
  learner_traits: ["placements", "round"],
  placements: {},
  round: 0,
  cards: ["a"],
};

test("the learner's traits are kept in the tab, and nothing else", async () => {
  const { model, page } = await render(structuredClone(LEARNER));
  model.set("placements", { a: "both" });
  model.set("cards", []);
  model.save_changes();
  assert.deepEqual(JSON.parse(page.storage.getItem("lessonkit:course:deck")), {
    placements: { a: "both" },
    round: 0,
  });
  assert.equal(Object.keys(page.storage).length, 1);
});

test("a widget without learner's traits keeps nothing", async () => {
  const { model, page } = await render({ count: 1 });
  model.save_changes();
  assert.equal(Object.keys(page.storage).length, 0);
});

/** Open a page with a learner's widget in a tab that has kept something. */
async function reopen(sessionStorage, localStorage = new FakeStorage()) {
  const got = {};
  const widget = { render: (context) => void Object.assign(got, context) };
  const page = await open({
    models: { m1: { state: structuredClone(LEARNER) } },
    modules: { widget: { default: widget } },
    sessionStorage,
    localStorage,
  });
  return { model: got.model, page };
}

test("answers that the tab has kept are there before the widget starts", async () => {
  const kept = { placements: { a: "both" }, round: 2, cards: ["not the learner's"], old: 1 };
  const { model } = await reopen(
    new FakeStorage({ "lessonkit:course:deck": JSON.stringify(kept) }),
  );
  assert.deepEqual(structuredClone(model.get("placements")), { a: "both" });
  assert.equal(model.get("round"), 2);
  assert.deepEqual(structuredClone(model.get("cards")), ["a"]);
  assert.equal(model.get("old"), undefined);
});

for (const damaged of ["{bad", "[]", "null", '"text"', '{"placements": []}', '{"round": "2"}']) {
  test(`answers that are damaged are set aside: ${damaged}`, async () => {
    const { model, page } = await reopen(new FakeStorage({ "lessonkit:course:deck": damaged }));
    assert.deepEqual(structuredClone(model.get("placements")), {});
    assert.equal(page.storage.getItem("lessonkit:course:deck:damaged"), damaged);
    assert.deepEqual(page.said, ["answers_set_aside"]);
    assert.equal(page.elements[0].dataset.mounted, "");
  });
}

test("of answers that fit in part, that part is shown and nothing is lost", async () => {
  const kept = { placements: { a: "both" }, round: "two", next: [7] };
  const text = JSON.stringify(kept);
  const { model, page } = await reopen(new FakeStorage({ "lessonkit:course:deck": text }));
  assert.deepEqual(structuredClone(model.get("placements")), { a: "both" });
  assert.equal(model.get("round"), 0);
  assert.equal(page.storage.getItem("lessonkit:course:deck:damaged"), text);
  model.set("round", 1);
  model.save_changes();
  const written = JSON.parse(page.storage.getItem("lessonkit:course:deck"));
  assert.deepEqual(written, { ...kept, round: 1 });
});

test("a slot tells whether its learner has begun", async () => {
  const { model, page } = await reopen(new FakeStorage());
  const { dataset } = page.elements[0];
  assert.ok(!("begun" in dataset));
  model.set("cards", ["b"]);
  assert.ok(!("begun" in dataset));
  model.set("round", 1);
  assert.equal(dataset.begun, "");
  model.set("round", 0);
  assert.ok(!("begun" in dataset));
  const kept = new FakeStorage({ "lessonkit:course:deck": '{"round": 2}' });
  assert.equal((await reopen(kept)).page.elements[0].dataset.begun, "");
  assert.equal((await render({ count: 1 })).page.elements[0].dataset.begun, "");
});

test("without the page's own script, answers last as long as the page", async () => {
  const found = [];
  const render = ({ model }) => void found.push(model);
  const page = await open({
    models: { m1: { state: structuredClone(LEARNER) }, m2: { state: structuredClone(COURSE) } },
    modules: { widget: { default: { render } } },
    isWhole: false,
  });
  assert.deepEqual(page.errors, []);
  const [deck, course] = found;
  deck.set("round", 3);
  deck.save_changes();
  assert.equal(course.get("course_progress").answers.deck.round, 3);
  assert.equal(course.get("course_remembered"), null);
  assert.deepEqual(Object.keys(page.storage), []);
});

/** Open a page whose second activity, of two kinds of files, comes later. */
async function openLong(storages = {}) {
  const shown = [];
  const render = ({ model }) => void shown.push(model);
  const place = globalThis.hydrateTestModules.push({ render }) - 1;
  const state = { ...structuredClone(LEARNER), activity_key: "second" };
  const page = await open({
    models: { m1: { state: structuredClone(LEARNER) } },
    modules: { widget: { default: { render } } },
    slots: ["m1", "m2"],
    data: { m2: { key: "second", files: "part.js own.js page-m2.js" } },
    later: {
      "part.js": `const show = globalThis.hydrateTestModules[${place}].render;`,
      "own.js": [{ file: "part.js" }, "export default { render: show };"],
      "page-m2.js": { models: { m2: { state, front_end: "own.js" } } },
    },
    ...storages,
  });
  return { page, shown, first: page.elements[0], second: page.elements[1] };
}

test("a later activity is brought when the reader comes near, and not before", async () => {
  const { page, shown, first, second } = await openLong();
  assert.equal(first.dataset.mounted, "");
  assert.equal(second.dataset.waiting, "far");
  assert.deepEqual([second.tabIndex, second.attributes["aria-label"]], [0, WORDS.waiting]);
  assert.deepEqual(page.asked, []);
  await page.approach(second);
  assert.deepEqual(page.asked.sort(), ["own.js", "page-m2.js", "part.js"]);
  assert.equal(second.dataset.mounted, "");
  assert.ok(!("waiting" in second.dataset) && second.tabIndex === undefined);
  assert.deepEqual(second.attributes, {});
  assert.equal(shown.length, 2);
  assert.deepEqual(page.errors, []);
});

test("an activity whose file does not come says so, and can be asked for once more", async () => {
  const { page, first, second } = await openLong();
  const { "part.js": part } = page.later;
  delete page.later["part.js"];
  await page.approach(second);
  const failure = second.find("lk-failure");
  assert.deepEqual(
    failure.children.map((child) => child.textContent),
    [WORDS.failed, "The cause: no part.js", WORDS.retry],
  );
  assert.equal(first.dataset.mounted, "");
  assert.equal(page.errors.length, 1);
  page.later["part.js"] = part;
  failure.children[2].heard.click();
  await page.settled();
  assert.equal(second.dataset.mounted, "");
  assert.equal(second.find("lk-failure"), undefined);
});

test("an activity that comes later has the answers of now", async () => {
  const { page, shown, second } = await openLong();
  page.storage.setItem("lessonkit:course:second", '{"round": 4}');
  await page.approach(second);
  assert.equal(shown[1].get("round"), 4);
});

test("when another tab stops remembering, what is still to come is kept, too", async () => {
  const key = "lessonkit:course:second";
  const { page, shown, second } = await openLong({
    localStorage: new FakeStorage({ [FLAG]: "yes", [key]: '{"round": 4}' }),
  });
  page.device.setItem(key, '{"round": 5}');
  page.heard.storage({ key, newValue: "…" });
  for (const name of Object.keys(page.device)) page.device.removeItem(name);
  page.heard.storage({ key: FLAG, newValue: null });
  await page.approach(second);
  assert.equal(shown[1].get("round"), 5);
});

test("a page without storage works, and forgets", async () => {
  const refuse = () => {
    throw new Error("storage is off");
  };
  const forbidden = { getItem: refuse, setItem: refuse, removeItem: refuse };
  const { model, page } = await reopen(forbidden, forbidden);
  model.set("round", 1);
  model.save_changes();
  assert.equal(page.elements[0].dataset.mounted, "");
  assert.deepEqual(page.errors, []);
});

const FLAG = "lessonkit-remember:course";
const COURSE = { course_progress: {}, course_remembered: null, course_page_suffix: "" };
const KEPT = { "lessonkit:course:deck": JSON.stringify({ placements: { a: "both" }, round: 1 }) };

/** Open a page with a widget that has answers and one that shows the whole course. */
async function openCourse(storages = {}) {
  const found = {};
  const render = ({ model }) => Object.assign(found, { [model.get("name")]: model });
  const page = await open({
    models: {
      m1: { state: { name: "deck", ...structuredClone(LEARNER) } },
      m2: { state: { name: "course", ...structuredClone(COURSE) } },
    },
    modules: { widget: { default: { render } } },
    ...storages,
  });
  const answers = () => structuredClone(found.course.get("course_progress").answers);
  return { ...found, page, answers };
}

test("a widget that shows the course has the answers of all its pages", async () => {
  const kept = {
    ...KEPT,
    "lessonkit:course:elsewhere": '{"texts": {}}',
    "lessonkit:other:x": "{}",
  };
  const { course, answers } = await openCourse({ sessionStorage: new FakeStorage(kept) });
  assert.deepEqual(answers(), {
    deck: { placements: { a: "both" }, round: 1 },
    elsewhere: { texts: {} },
  });
  assert.equal(course.get("course_progress").course, "course");
  assert.equal(course.get("course_remembered"), false);
  assert.equal(course.get("course_page_suffix"), ".html");
});

test("a widget that shows the course hears of every answer", async () => {
  const { deck, answers } = await openCourse();
  deck.set("round", 3);
  deck.save_changes();
  assert.deepEqual(answers(), { deck: { placements: {}, round: 3 } });
});

test("answers that are brought back are shown at once, and what they lack is emptied", async () => {
  const { deck, course, answers, page } = await openCourse({
    sessionStorage: new FakeStorage({ ...KEPT, "lessonkit:course:elsewhere": "{}" }),
  });
  course.set("course_progress", { answers: { deck: { round: 7 }, later: { texts: {} }, odd: 3 } });
  course.save_changes();
  assert.equal(deck.get("round"), 7);
  assert.deepEqual(structuredClone(deck.get("placements")), {});
  assert.deepEqual(answers(), { deck: { round: 7 }, later: { texts: {} } });
  course.set("course_progress", { answers: {} });
  course.save_changes();
  assert.equal(deck.get("round"), 0);
  assert.deepEqual(Object.keys(page.storage), []);
});

test("what is no progress changes nothing", async () => {
  const { course, answers } = await openCourse({ sessionStorage: new FakeStorage(KEPT) });
  for (const wrong of [null, 3, [], {}, { answers: [] }, { answers: null }]) {
    course.set("course_progress", wrong);
    course.save_changes();
    assert.deepEqual(Object.keys(answers()), ["deck"]);
  }
});

test("remembering moves the answers to the device, and forgetting back to the tab", async () => {
  const { deck, course, page } = await openCourse({ sessionStorage: new FakeStorage(KEPT) });
  course.set("course_remembered", true);
  course.save_changes();
  assert.equal(course.get("course_remembered"), true);
  assert.deepEqual(Object.keys(page.storage), []);
  deck.set("round", 4);
  deck.save_changes();
  assert.equal(JSON.parse(page.device.getItem("lessonkit:course:deck")).round, 4);
  course.set("course_remembered", false);
  course.save_changes();
  assert.deepEqual(Object.keys(page.device), []);
  assert.equal(JSON.parse(page.storage.getItem("lessonkit:course:deck")).round, 4);
});

test("a choice about remembering leaves no answers of a widget that has none", async () => {
  const { model, page } = await render({ ...structuredClone(LEARNER), ...COURSE });
  model.set("course_remembered", true);
  model.save_changes();
  assert.deepEqual(Object.keys(page.device), [FLAG]);
});

test("a device without room keeps the answers in the tab and says so", async () => {
  const { course, page } = await openCourse({
    sessionStorage: new FakeStorage(KEPT),
    localStorage: new FakeStorage({}, { room: 0 }),
  });
  course.set("course_remembered", true);
  course.save_changes();
  assert.equal(course.get("course_remembered"), false);
  assert.deepEqual(Object.keys(page.storage), Object.keys(KEPT));
});

test("a page where storage is forbidden cannot remember", async () => {
  const refuse = () => {
    throw new Error("storage is off");
  };
  const forbidden = { getItem: refuse, setItem: refuse, removeItem: refuse };
  const { course } = await openCourse({ sessionStorage: forbidden, localStorage: forbidden });
  assert.equal(course.get("course_remembered"), null);
});

/** Open a page of a device that remembers. */
function openRemembered(kept = KEPT) {
  return openCourse({ localStorage: new FakeStorage({ [FLAG]: "yes", ...kept }) });
}

test("what another tab answers is shown here", async () => {
  const { deck, page, answers } = await openRemembered();
  page.device.setItem("lessonkit:course:deck", '{"round": 9}');
  page.heard.storage({ key: "lessonkit:course:deck", newValue: "…" });
  assert.equal(deck.get("round"), 9);
  assert.equal(answers().deck.round, 9);
  page.device.removeItem("lessonkit:course:deck");
  page.heard.storage({ key: "lessonkit:course:deck", newValue: null });
  assert.equal(deck.get("round"), 0);
});

test("what another tab erases is erased here", async () => {
  const { deck, page } = await openRemembered();
  page.device.removeItem("lessonkit:course:deck");
  page.heard.storage({ key: FLAG, newValue: "replaced" });
  assert.equal(deck.get("round"), 0);
});

test("when another tab stops remembering, this one keeps what it shows", async () => {
  const { deck, course, page } = await openRemembered();
  for (const name of Object.keys(page.device)) page.device.removeItem(name);
  page.heard.storage({ key: FLAG, newValue: null });
  assert.equal(course.get("course_remembered"), false);
  assert.equal(deck.get("round"), 1);
  assert.equal(JSON.parse(page.storage.getItem("lessonkit:course:deck")).round, 1);
});

test("answers that a tab has alone join those of the device, which count more", async () => {
  const kept = { ...KEPT, "lessonkit:course:elsewhere": '{"texts": {}}' };
  const { deck, answers, page } = await openCourse({
    sessionStorage: new FakeStorage(kept),
    localStorage: new FakeStorage({ [FLAG]: "yes", "lessonkit:course:deck": '{"round": 2}' }),
  });
  assert.equal(deck.get("round"), 2);
  assert.deepEqual(Object.keys(answers()), ["deck", "elsewhere"]);
  assert.deepEqual(Object.keys(page.storage), []);
});

test("a page that the browser kept for the way back shows what is true now", async () => {
  const { deck, page } = await openCourse({ sessionStorage: new FakeStorage(KEPT) });
  page.storage.setItem("lessonkit:course:deck", '{"round": 5}');
  page.heard.pageshow({ persisted: false });
  assert.equal(deck.get("round"), 1);
  page.heard.pageshow({ persisted: true });
  assert.equal(deck.get("round"), 5);
});
