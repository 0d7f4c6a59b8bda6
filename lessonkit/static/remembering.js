/** The choice whether answers are kept when the tab, or the notebook, is closed. Parts to go in front: `choices`. */

/**
 * Make the choice. Paint it when `course_remembered` changes.
 *
 * @param {object} view
 * @param {WidgetModel} view.model one that shows the whole course
 * @param {(changes: {[trait: string]: any}) => void} view.change
 * @param {(message: string) => void} view.announce
 * @returns {{element: HTMLElement, paint: () => void}}
 */
function makeRememberSwitch({ model, change, announce }) {
  const place = model.get("course_page_suffix") ? "book" : "notebook";
  const { box, paint } = makeChoices({
    legend: say("whether_to_remember"),
    options: [
      { id: "no", text: say(`not_in_${place}`), note: say(`not_in_${place}_note`) },
      { id: "yes", text: say(`remember_in_${place}`), note: say(`remember_in_${place}_note`) },
    ],
    choose([chosen]) {
      const wanted = chosen === "yes";
      change({ course_remembered: wanted });
      announce(isRemembered() === wanted ? say(`now_${chosen}`) : say("no_room"));
    },
  });
  const trouble = make("p", { class: "lk-small" }, say("cannot_remember"));
  const isRemembered = () => model.get("course_remembered");
  return {
    element: make("div", { class: "lk-remembering" }, box, trouble),
    paint() {
      const cannot = isRemembered() === null;
      paint([isRemembered() ? "yes" : "no"], cannot);
      trouble.hidden = !cannot;
    },
  };
}
