/** Runs claims_table.js in a page that holds no more than it needs: a form and three claims. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const SOURCE = readFileSync(
  new URL("../../lessonkit/static/claims_table.js", import.meta.url),
  "utf8",
);

class FakeElement {
  constructor(id = "", classes = "", children = []) {
    Object.assign(this, { id, children, hidden: false, listeners: {}, dataset: {}, scrolled: 0 });
    this.classList = { contains: (name) => classes.split(" ").includes(name) };
    this.classes = classes;
    for (const child of children) child.parent = this;
  }
  addEventListener(event, listener) {
    this.listeners[event] = listener;
  }
  querySelectorAll(selector) {
    return this.children.filter(({ classes }) => classes.split(" ").includes(selector.slice(1)));
  }
  closest(selector) {
    const fits = selector === "[hidden]" ? this.hidden : this.classList.contains(selector.slice(1));
    return fits ? this : (this.parent?.closest(selector) ?? null);
  }
  scrollIntoView() {
    this.scrolled += 1;
  }
}

/** Open a page, with what a browser may have kept in its form. */
function open(kept = {}) {
  const rows = {
    c01: new FakeElement("c01", "lk-claim lk-kind-empirical lk-strength-strong"),
    c02: new FakeElement("c02", "lk-claim lk-kind-advice lk-strength-none"),
    c03: new FakeElement("c03", "lk-claim lk-kind-list lk-strength-weak"),
  };
  const sections = {
    sea: new FakeElement("sea", "lk-claims-section", [rows.c01, rows.c02]),
    land: new FakeElement("land", "lk-claims-section", [rows.c03]),
  };
  const selects = ["section", "kind", "strength"].map((name) => ({
    name,
    value: kept[name] ?? "",
  }));
  const [form, fieldset, output] = [new FakeElement(), { disabled: true }, { value: "as written" }];
  form.dataset = { count: "{shown} of {total} shown", nothing: "None fits." };
  form.querySelector = (tag) => ({ fieldset, output })[tag];
  form.querySelectorAll = () => selects;
  const listeners = {};
  const byId = { ...rows, ...sections, elsewhere: new FakeElement("elsewhere") };
  const document = {
    querySelector: (selector) => (selector === ".lk-claims-filter" ? form : null),
    querySelectorAll: () => Object.values(sections),
    getElementById: (id) => byId[id] ?? null,
    addEventListener: (event, listener) => (listeners[event] = listener),
  };
  const later = [];
  const page = {
    document,
    location: { hash: "" },
    addEventListener: (event, listener) => (listeners[event] = listener),
    setTimeout: (task) => later.push(task),
    decodeURIComponent,
  };
  vm.runInNewContext(SOURCE, page);
  return {
    fieldset,
    output,
    rows,
    choose(wanted) {
      for (const select of selects) select.value = wanted[select.name] ?? "";
      form.listeners.change();
    },
    chosen: () => selects.map(({ value }) => value),
    reset() {
      form.listeners.reset();
      for (const select of selects) select.value = "";
      for (const task of later.splice(0)) task();
    },
    submit: (event) => form.listeners.submit(event),
    follow(href) {
      const link = { getAttribute: () => href };
      listeners.click({ target: { closest: () => link } });
    },
    arrive(hash) {
      page.location.hash = hash;
      listeners.hashchange();
    },
    click: () => listeners.click({ target: { closest: () => null } }),
    shown: () =>
      Object.values({ ...sections, ...rows })
        .filter((each) => !each.hidden)
        .map(({ id }) => id)
        .join(" "),
  };
}

test("a page that opens shows all, and its form can be used", () => {
  const page = open();
  assert.equal(page.fieldset.disabled, false);
  assert.equal(page.shown(), "sea land c01 c02 c03");
  assert.equal(page.output.value, "as written");
});

for (const [wanted, shown, count] of [
  [{ section: "sea" }, "sea c01 c02", "2 of 3 shown"],
  [{ kind: "list" }, "land c03", "1 of 3 shown"],
  [{ strength: "none" }, "sea c02", "1 of 3 shown"],
  [{ section: "sea", kind: "empirical", strength: "strong" }, "sea c01", "1 of 3 shown"],
  [{ section: "land", kind: "advice" }, "", "0 of 3 shown. None fits."],
  [{}, "sea land c01 c02 c03", "3 of 3 shown"],
]) {
  test(`chosen ${JSON.stringify(wanted)}: ${count}`, () => {
    const page = open();
    page.choose(wanted);
    assert.equal(page.shown(), shown);
    assert.equal(page.output.value, count);
  });
}

test("a form that a browser kept is followed from the start", () => {
  const page = open({ kind: "list" });
  assert.equal(page.shown(), "land c03");
});

test("the button shows all again", () => {
  const page = open();
  page.choose({ kind: "list" });
  page.reset();
  assert.equal(page.shown(), "sea land c01 c02 c03");
  assert.equal(page.output.value, "3 of 3 shown");
});

test("the form is never sent", () => {
  let kept = false;
  open().submit({ preventDefault: () => (kept = true) });
  assert.ok(kept);
});

for (const target of ["c01", "sea"]) {
  test(`a link to the hidden ${target} shows it`, () => {
    const page = open();
    page.choose({ kind: "list" });
    page.follow(`#${target}`);
    assert.equal(page.shown(), "sea land c01 c02 c03");
    assert.deepEqual(page.chosen(), ["", "", ""]);
  });
}

test("a link to a claim that is shown leaves the choice as it is", () => {
  const page = open();
  page.choose({ kind: "list" });
  for (const href of ["#c03", "#elsewhere", "#nowhere", "#"]) page.follow(href);
  page.click();
  assert.equal(page.shown(), "land c03");
});

test("going back to a hidden claim shows it and goes there", () => {
  const page = open();
  page.choose({ kind: "list" });
  page.arrive("#c02");
  assert.equal(page.shown(), "sea land c01 c02 c03");
  assert.equal(page.rows.c02.scrolled, 1);
  page.arrive("#c03");
  assert.equal(page.rows.c03.scrolled, 0);
});
