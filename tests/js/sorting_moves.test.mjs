import assert from "node:assert/strict";
import test from "node:test";

import { load } from "./load.mjs";
import { after, stateWith } from "./states.mjs";

const {
  cardsInTheTray,
  cardsOnTheTable,
  dealNextRound,
  enoughToCheck,
  isFinished,
  isRevealed,
  knownPlacements,
  missedCards,
  placeCard,
  revealCards,
  sortAgain,
  startAgain,
  takeBack,
  whatMoved,
} = load(["sorting_moves"]);

const ALL = ["fish", "naps", "sticks"];
/** @param {string} card @param {string} place @returns {(state: any) => object} */
const placing = (card, place) => (state) => placeCard(state, card, place);
/** @param {string[]} cards @returns {(state: any) => object} */
const revealing = (cards) => (state) => revealCards(state, cards);

test("a placed card leaves the tray and the others keep their order", () => {
  const state = after(stateWith(), placing("naps", "both"));
  assert.deepEqual(state.placements, { naps: "both" });
  assert.deepEqual(cardsInTheTray(state), ["fish", "sticks"]);
});

test("a card that moves to another place comes last there", () => {
  const state = after(
    stateWith(),
    placing("fish", "cats"),
    placing("naps", "cats"),
    placing("fish", "dogs"),
  );
  assert.deepEqual(Object.entries(state.placements), [
    ["naps", "cats"],
    ["fish", "dogs"],
  ]);
});

test("a move changes nothing in the state that it starts from", () => {
  const state = stateWith({
    placements: { fish: "cats" },
    revealed: ["fish"],
    first_placements: { fish: "cats" },
  });
  const before = structuredClone(state);
  for (const move of [
    placing("fish", "dogs"),
    revealing(ALL),
    (now) => takeBack(now, ALL),
    startAgain,
    sortAgain,
  ]) {
    move(state);
    assert.deepEqual(state, before);
  }
});

test("in practice a card is answered as soon as it is placed", () => {
  const state = after(stateWith(), placing("fish", "dogs"));
  assert.ok(isRevealed(state, "fish"));
  assert.ok(!isRevealed(state, "naps"));
  assert.deepEqual(state.revealed, ["fish"]);
  assert.deepEqual(state.first_placements, { fish: "dogs" });
});

test("in practice a card that Python placed is answered too", () => {
  assert.ok(isRevealed(stateWith({ placements: { fish: "dogs" } }), "fish"));
});

test("with the reason first, a placed card waits for it", () => {
  const waiting = after(stateWith({ reason_first: true }), placing("fish", "dogs"));
  assert.ok(!isRevealed(waiting, "fish"));
  assert.deepEqual(waiting.first_placements, {});
  const compared = after(waiting, placing("fish", "cats"), revealing(["fish"]));
  assert.ok(isRevealed(compared, "fish"));
  assert.deepEqual(compared.first_placements, { fish: "cats" });
});

test("in check mode nothing is answered before the check", () => {
  const placed = after(
    stateWith({ mode: "check" }),
    placing("fish", "dogs"),
    placing("naps", "both"),
  );
  assert.deepEqual(
    ALL.filter((card) => isRevealed(placed, card)),
    [],
  );
  const checked = after(placed, revealing(["fish", "naps"]));
  assert.deepEqual(
    ALL.filter((card) => isRevealed(checked, card)),
    ["fish", "naps"],
  );
  assert.deepEqual(checked.first_placements, { fish: "dogs", naps: "both" });
});

test("in opinion mode nothing is ever answered", () => {
  const state = after(stateWith({ mode: "opinion" }), placing("fish", "dogs"), revealing(ALL));
  assert.deepEqual(
    ALL.filter((card) => isRevealed(state, card)),
    [],
  );
  assert.deepEqual(missedCards(state), []);
});

test("the first try is the place before the first answer, and stays", () => {
  const state = after(
    stateWith({ mode: "check" }),
    placing("fish", "dogs"),
    placing("fish", "both"),
    revealing(["fish"]),
    placing("fish", "cats"),
    revealing(["fish"]),
  );
  assert.deepEqual(state.first_placements, { fish: "both" });
});

test("a card whose answer is shown unplaced has no first try", () => {
  const state = after(stateWith(), placing("fish", "cats"), revealing(ALL));
  assert.deepEqual(state.first_placements, { fish: "cats" });
  assert.deepEqual([...state.revealed].sort(), ALL);
});

test("a card is revealed once, however often it is shown", () => {
  const state = after(stateWith(), placing("fish", "cats"), revealing(ALL), revealing(ALL));
  assert.deepEqual(state.revealed, ALL);
});

test("a check asks for half of the cards, rounded up", () => {
  const needed = [1, 2, 3, 11, 12].map((count) =>
    enoughToCheck(
      stateWith({ rounds: [Array.from({ length: count }, (_, index) => `card-${index}`)] }),
    ),
  );
  assert.deepEqual(needed, [1, 1, 2, 6, 6]);
});

test("practice is finished when every card is answered, a pass included", () => {
  const two = after(stateWith(), placing("fish", "dogs"), placing("naps", "pass"));
  assert.ok(!isFinished(two));
  assert.ok(isFinished(after(two, placing("sticks", "dogs"))));
});

test("practice with the reason first is finished when every reason is compared", () => {
  const placed = after(
    stateWith({ reason_first: true }),
    ...ALL.map((card) => placing(card, "cats")),
  );
  assert.ok(!isFinished(placed));
  assert.ok(isFinished(after(placed, revealing(ALL))));
});

test("check mode is finished when every card is checked, not when it is placed", () => {
  const placed = after(stateWith({ mode: "check" }), ...ALL.map((card) => placing(card, "cats")));
  assert.ok(!isFinished(placed));
  assert.ok(isFinished(after(placed, revealing(ALL))));
});

test("opinion mode is finished when every card is placed", () => {
  const two = after(
    stateWith({ mode: "opinion" }),
    placing("fish", "dogs"),
    placing("naps", "pass"),
  );
  assert.ok(!isFinished(two));
  assert.ok(isFinished(after(two, placing("sticks", "dogs"))));
});

test("to see all answers finishes practice and check mode", () => {
  for (const mode of ["practice", "check"])
    assert.ok(isFinished(after(stateWith({ mode }), revealing(ALL))));
});

test("missed are the cards that are answered and differ, in their order", () => {
  const placements = { sticks: "cats", naps: "cats", fish: "dogs" };
  assert.deepEqual(missedCards(stateWith({ placements })), ["fish", "sticks"]);
  assert.deepEqual(missedCards(stateWith({ placements, mode: "check" })), []);
  assert.deepEqual(missedCards(stateWith({ placements: { fish: "pass" }, revealed: ALL })), []);
});

test("a card that is taken back waits in the tray with its answer closed", () => {
  const placed = after(
    stateWith({ reasons: { fish: "Smell." } }),
    placing("fish", "dogs"),
    placing("naps", "both"),
  );
  const state = after(placed, (now) => takeBack(now, ["fish"]));
  assert.deepEqual(state.placements, { naps: "both" });
  assert.deepEqual(state.revealed, ["naps"]);
  assert.deepEqual(state.reasons, { fish: "Smell." });
  assert.deepEqual(state.first_placements, { fish: "dogs", naps: "both" });
});

test("a retry takes back what missed and nothing else", () => {
  const sorted = after(
    stateWith(),
    placing("fish", "dogs"),
    placing("naps", "cats"),
    placing("sticks", "dogs"),
  );
  const state = after(sorted, (now) => takeBack(now, missedCards(now)));
  assert.deepEqual(cardsInTheTray(state), ["fish"]);
  assert.ok(!isFinished(state));
});

test("to start again clears the table and keeps the reasons and the attempts", () => {
  const reasons = { fish: "Smell." };
  const attempts = [{ placements: { fish: "both" } }];
  const state = after(
    stateWith({ reasons, attempts }),
    ...ALL.map((card) => placing(card, "cats")),
    startAgain,
  );
  assert.deepEqual(state.placements, {});
  assert.deepEqual(state.revealed, []);
  assert.deepEqual(state.first_placements, {});
  assert.deepEqual(state.reasons, reasons);
  assert.deepEqual(state.attempts, attempts);
});

test("to start again leaves the cards of other rounds alone", () => {
  const rounds = [["fish"], ["naps", "sticks"]];
  const sorted = after(
    stateWith({ rounds }),
    placing("fish", "cats"),
    dealNextRound,
    placing("naps", "both"),
  );
  const state = after(sorted, startAgain);
  assert.deepEqual(state.placements, { fish: "cats" });
  assert.deepEqual(state.revealed, ["fish"]);
  assert.deepEqual(state.first_placements, { fish: "cats" });
});

test("to sort again keeps the attempt, and nothing of it can be undone", () => {
  const state = after(stateWith(), placing("fish", "cats"), placing("naps", "both"), sortAgain);
  assert.deepEqual(state.attempts, [{ placements: { fish: "cats", naps: "both" } }]);
  assert.deepEqual(state.placements, {});
  assert.deepEqual(state.history, []);
});

test("every attempt is kept, the latest last", () => {
  const state = after(
    stateWith(),
    placing("fish", "cats"),
    sortAgain,
    placing("fish", "dogs"),
    sortAgain,
  );
  assert.deepEqual(state.attempts, [
    { placements: { fish: "cats" } },
    { placements: { fish: "dogs" } },
  ]);
});

test("an attempt holds the cards of its own round only", () => {
  const rounds = [["fish"], ["naps", "sticks"]];
  const state = after(
    stateWith({ rounds }),
    placing("fish", "cats"),
    dealNextRound,
    placing("naps", "both"),
    sortAgain,
  );
  assert.deepEqual(state.attempts, [{ placements: { naps: "both" } }]);
});

test("after sorting again it is said what moved, and from where to where", () => {
  const first = after(
    stateWith(),
    placing("fish", "cats"),
    placing("naps", "pass"),
    placing("sticks", "dogs"),
  );
  const again = after(first, sortAgain, placing("fish", "cats"), placing("naps", "both"));
  assert.deepEqual(whatMoved(again), [{ card: "naps", from: "pass", to: "both" }]);
});

test("after sorting again the same way nothing has moved", () => {
  const state = after(stateWith(), placing("fish", "cats"), sortAgain, placing("fish", "cats"));
  assert.deepEqual(whatMoved(state), []);
});

test("what moved is told against the latest attempt with these cards", () => {
  const attempts = [
    { placements: { fish: "cats" } },
    { placements: { fish: "both" } },
    { placements: { other: "both" } },
  ];
  const state = stateWith({ attempts, placements: { fish: "cats" } });
  assert.deepEqual(whatMoved(state), [{ card: "fish", from: "both", to: "cats" }]);
});

test("at the first sorting there is nothing to compare with", () => {
  assert.equal(whatMoved(stateWith({ placements: { fish: "cats" } })), null);
});

test("the next round deals the next cards, and after the last the first", () => {
  const state = stateWith({ rounds: [["fish"], ["naps", "sticks"]] });
  const second = after(state, placing("fish", "cats"), dealNextRound);
  assert.deepEqual(cardsOnTheTable(second), ["naps", "sticks"]);
  assert.deepEqual(second.placements, { fish: "cats" });
  assert.deepEqual(second.history, []);
  assert.deepEqual(cardsOnTheTable(after(second, dealNextRound)), ["fish"]);
});

test("a round beyond the last is the last", () => {
  assert.deepEqual(cardsOnTheTable(stateWith({ rounds: [["fish"], ["naps"]], round: 7 })), [
    "naps",
  ]);
});

test("cards and places that the deck does not have are dropped", () => {
  const { activity } = stateWith();
  const saved = { fish: "cats", naps: "birds", gone: "cats", sticks: "pass" };
  assert.deepEqual(knownPlacements(saved, activity), { fish: "cats", sticks: "pass" });
});

test("placements that are missing are no placements", () => {
  const { activity } = stateWith();
  assert.deepEqual(knownPlacements(undefined, activity), {});
  assert.deepEqual(knownPlacements(null, activity), {});
});
