import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";
import { FakeStorage, FORBIDDEN } from "./storage.mjs";

const { openAnswers } = load(["safe_storage", "answers"]);
const FLAG = "lessonkit-remember:course";
const DECK = "lessonkit:course:deck";
const PLACE = "lessonkit-place:course";
const OTHERS = { "lessonkit:other:deck": "{}", "lessonkit-place:other": "2", theme: "dark" };

/**
 * Open the answers of a page.
 *
 * @param {{tab?: Record<string, string>, device?: Record<string, string>, tabRoom?: number, deviceRoom?: number}} [kept]
 * @param {object} [self] what the page finds around it, in the place of two storages
 */
function open({ tab = {}, device = {}, tabRoom, deviceRoom } = {}, self = undefined) {
  const around = self ?? {
    sessionStorage: new FakeStorage(tab, { room: tabRoom }),
    localStorage: new FakeStorage(device, { room: deviceRoom }),
  };
  const heard = {};
  const said = [];
  globalThis.self = around;
  globalThis.addEventListener = (name, listener) => Object.assign(heard, { [name]: listener });
  const answers = openAnswers("course", (entry) => said.push(entry));
  const changes = [];
  const hosts = [];
  answers.onChange((activity) => changes.push(activity));
  answers.listen({
    changed: (activity) => hosts.push(activity),
    remembering: () => hosts.push("remembering"),
  });
  const { sessionStorage, localStorage } = self ? {} : around;
  return { answers, said, heard, changes, hosts, tab: sessionStorage, device: localStorage };
}

const entries = (storage) => ({ ...storage });
const kept = (answers) => answers.progress().answers;

test("answers are written to the tab, and read again", () => {
  const { answers, tab, changes, hosts } = open();
  assert.equal(answers.read("deck"), undefined);
  answers.write("deck", { round: 1 });
  assert.deepEqual(entries(tab), { [DECK]: '{"round":1}' });
  assert.deepEqual(answers.read("deck"), { round: 1 });
  assert.deepEqual(changes, ["deck"]);
  assert.deepEqual(hosts, []);
});

test("answers for which there is no room stay on the page until there is, and one line says so", () => {
  const { answers, tab, said } = open({ tab: { [DECK]: '{"round":1}', a: "", b: "" }, tabRoom: 3 });
  answers.write("new", { round: 2 });
  answers.write("other", { round: 3 });
  assert.deepEqual(answers.read("new"), { round: 2 });
  assert.deepEqual(Object.keys(kept(answers)).sort(), ["deck", "new", "other"]);
  assert.equal(tab.getItem("lessonkit:course:new"), null);
  assert.deepEqual([...new Set(said)], ["answers_full"]);
  FakeStorage.give(tab, 9);
  answers.write("deck", { round: 4 });
  assert.equal(tab.getItem("lessonkit:course:new"), '{"round":2}');
  assert.equal(tab.getItem("lessonkit:course:other"), '{"round":3}');
});

test("room that another tab makes is used", () => {
  const device = { [FLAG]: "yes", a: "" };
  const { answers, device: storage, heard } = open({ device, deviceRoom: 2 });
  answers.write("deck", { round: 1 });
  storage.removeItem("a");
  heard.storage({ key: "a", oldValue: "", newValue: null });
  assert.equal(storage.getItem(DECK), '{"round":1}');
});

const refuse = () => {
  throw new DOMException("storage is off", "SecurityError");
};
const DEAF = { getItem: refuse, setItem: refuse, removeItem: refuse };
for (const [how, self] of Object.entries({
  "to be looked at": FORBIDDEN,
  "to be used": { sessionStorage: DEAF, localStorage: DEAF },
})) {
  test(`where storage is forbidden ${how}, all works on the page, and answering says so`, () => {
    const { answers, said } = open({}, self);
    assert.equal(answers.remembered(), null);
    answers.remember(true);
    answers.writeText("place", "4");
    assert.equal(answers.readText("place"), "4");
    assert.deepEqual(said, []);
    answers.write("deck", { round: 1 });
    assert.deepEqual(said, ["answers_forbidden"]);
    assert.deepEqual(kept(answers), { deck: { round: 1 } });
    answers.replace({ answers: { later: {} } });
    assert.deepEqual(kept(answers), { later: {} });
    answers.erase();
    assert.deepEqual(kept(answers), {});
    answers.leave();
  });
}

for (const damaged of ["{bad", "[]", "null", '"text"']) {
  test(`what is no answers is set aside: ${damaged}`, () => {
    const { answers, tab, said } = open({ tab: { [DECK]: damaged } });
    assert.equal(answers.read("deck"), undefined);
    assert.deepEqual(entries(tab), { [`${DECK}:damaged`]: damaged });
    assert.deepEqual(said, ["answers_set_aside"]);
    assert.deepEqual(kept(answers), {});
  });
}

test("nothing that was set aside is overwritten, and the same is set aside once", () => {
  const { answers, tab } = open();
  for (const [round, text] of ["{1", "{2", "{1", "{3"].entries()) {
    tab.setItem(DECK, text);
    assert.equal(answers.read("deck"), undefined, `round ${round}`);
  }
  const aside = { [`${DECK}:damaged`]: "{1", [`${DECK}:damaged-2`]: "{2" };
  assert.deepEqual(entries(tab), { ...aside, [`${DECK}:damaged-3`]: "{3" });
});

test("what does not fit is copied and stays", () => {
  const { answers, tab, said } = open({ tab: { [DECK]: '{"old":1}' } });
  answers.setAside("deck");
  answers.setAside("deck");
  answers.setAside("nothing");
  assert.deepEqual(entries(tab), { [DECK]: '{"old":1}', [`${DECK}:damaged`]: '{"old":1}' });
  assert.equal(said.length, 1);
});

test("damaged answers in a full storage are not lost", () => {
  const { answers, tab } = open({ tab: { [DECK]: "{bad" }, tabRoom: 1 });
  assert.equal(answers.read("deck"), undefined);
  assert.deepEqual(entries(tab), { [`${DECK}:damaged`]: "{bad" });
});

const ALL = { [DECK]: '{"round":1}', [`${DECK}:damaged`]: "{", [PLACE]: "4" };

test("everything of the course moves to the device and back, and nothing else does", () => {
  const { answers, tab, device, changes, hosts } = open({ tab: { ...ALL, ...OTHERS } });
  answers.remember(true);
  assert.equal(answers.remembered(), true);
  assert.deepEqual(entries(tab), OTHERS);
  assert.deepEqual(entries(device), { ...ALL, [FLAG]: "yes" });
  assert.equal(answers.readText("place"), "4");
  answers.writeText("place", "5");
  assert.equal(device.getItem(PLACE), "5");
  answers.writeText("place", null);
  assert.equal(answers.readText("place"), null);
  answers.remember(false);
  const { [PLACE]: _, ...rest } = ALL;
  assert.deepEqual(entries(tab), { ...rest, ...OTHERS });
  assert.deepEqual(entries(device), {});
  assert.deepEqual(changes, [undefined, undefined]);
  assert.deepEqual(hosts, [undefined, undefined]);
});

test("a device without room leaves everything as it was, and says so", () => {
  for (const deviceRoom of [0, 1, 2, 3]) {
    const { answers, tab, device, said } = open({ tab: ALL, deviceRoom });
    answers.remember(true);
    assert.equal(answers.remembered(), false);
    assert.deepEqual(entries(tab), ALL);
    assert.deepEqual(entries(device), {});
    assert.deepEqual(said, ["answers_not_remembered"]);
  }
});

test("a tab without room leaves the answers on the device, and says so", () => {
  const { answers, tab, device, said } = open({ device: { ...ALL, [FLAG]: "yes" }, tabRoom: 2 });
  answers.remember(false);
  assert.equal(answers.remembered(), true);
  assert.deepEqual(entries(tab), {});
  assert.deepEqual(entries(device), { ...ALL, [FLAG]: "yes" });
  assert.deepEqual(said, ["answers_not_moved"]);
});

test("answers of a tab that find no room on the device are shown, and stay in the tab", () => {
  const { answers, tab } = open({ tab: ALL, device: { [FLAG]: "yes" }, deviceRoom: 1 });
  assert.deepEqual(kept(answers), { deck: { round: 1 } });
  assert.deepEqual(entries(tab), ALL);
});

test("two tabs that write to different activities keep both; of one activity, the last counts", () => {
  const { answers, device, heard, hosts } = open({ device: { [FLAG]: "yes" } });
  answers.write("deck", { round: 1 });
  device.setItem("lessonkit:course:more", '{"round":2}');
  heard.storage({ key: "lessonkit:course:more", oldValue: null, newValue: '{"round":2}' });
  device.setItem(DECK, '{"round":3}');
  heard.storage({ key: DECK, oldValue: '{"round":1}', newValue: '{"round":3}' });
  assert.deepEqual(kept(answers), { deck: { round: 3 }, more: { round: 2 } });
  assert.deepEqual(hosts, ["more", "deck"]);
});

test("what another tab stored counts more than what waits here for room", () => {
  const device = { [FLAG]: "yes", a: "" };
  const { answers, device: storage, heard } = open({ device, deviceRoom: 2 });
  answers.write("deck", { round: 1 });
  FakeStorage.give(storage, 3);
  storage.setItem(DECK, '{"round":2}');
  heard.storage({ key: DECK, oldValue: null, newValue: '{"round":2}' });
  assert.deepEqual(answers.read("deck"), { round: 2 });
});

test("erasing leaves nothing of the course, and other tabs do not bring it back", () => {
  for (const device of [{}, { ...ALL, [FLAG]: "yes" }]) {
    const page = open({ tab: { ...ALL, ...OTHERS }, device: { ...device, ...OTHERS } });
    page.answers.erase();
    assert.deepEqual(entries(page.tab), OTHERS);
    assert.deepEqual(entries(page.device), OTHERS);
    assert.deepEqual(page.hosts, [undefined]);
  }
  const other = open();
  other.heard.storage({ key: FLAG, oldValue: "yes", newValue: "erased" });
  other.heard.storage({ key: FLAG, oldValue: "erased", newValue: null });
  assert.deepEqual(other.hosts, [undefined, undefined]);
  other.heard.storage({ key: FLAG, oldValue: "yes", newValue: null });
  assert.equal(other.hosts[2], "remembering");
});

test("who leaves in a hurry leaves nothing in the tab, and nothing is written afterwards", () => {
  const { answers, tab } = open({ tab: { ...ALL, ...OTHERS } });
  answers.leave();
  answers.write("deck", { round: 2 });
  answers.writeText("place", "5");
  assert.deepEqual(entries(tab), OTHERS);
});

test("who leaves in a hurry finds again what they had the device remember", () => {
  const { answers, device } = open({ device: { ...ALL, [FLAG]: "yes" } });
  answers.leave();
  answers.write("deck", { round: 2 });
  assert.deepEqual(entries(device), { ...ALL, [DECK]: '{"round":2}', [FLAG]: "yes" });
});

test("answers that are brought back take the place of all, and what is no progress changes nothing", () => {
  const { answers, tab, hosts } = open({ tab: ALL });
  for (const wrong of [null, 3, [], {}, { answers: [] }]) answers.replace(wrong);
  assert.deepEqual(entries(tab), ALL);
  answers.replace({ answers: { later: { texts: {} }, odd: 3 } });
  assert.deepEqual(entries(tab), { "lessonkit:course:later": '{"texts":{}}' });
  assert.deepEqual(hosts, [undefined]);
});
