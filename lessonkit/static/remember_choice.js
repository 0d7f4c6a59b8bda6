/** Asks whether the answers of the course are to be remembered. */

/** @param {ViewTools} tools @returns {{root: HTMLElement, paint: () => void}} */
function buildView({ model, change }) {
  const { element: live, announce } = makeAnnouncer();
  const { element, paint } = makeRememberSwitch({ model, change, announce });
  const title = say("remember_title");
  return { root: makeRoot("lk-remember-choice", { title }, element, live), paint };
}

/** @param {RenderContext} context */
function render(context) {
  return showView(context, ["course_remembered"], buildView);
}

export default { render };
