/**
 * Starts front ends: each comes as texts, which become a module here. Anything that follows the
 * anywidget front-end module contract will do. Parts to go in front: `live_files`, `live_models`.
 */

/** @typedef {{initialize?: Function, render?: Function}} FrontEnd a front end's default export */

/** @type {Map<string, Promise<any>>} */
const frontEndModules = new Map();
/** @type {Map<string, Promise<{frontEnd: FrontEnd, exports: any}>>} */
const startedWidgets = new Map();
const experimental = {
  invoke: () => Promise.reject(new Error("[lessonkit] there is no kernel behind this page")),
};

/** @param {string} name of the file @returns {Promise<any>} the front end's module, loaded once */
function frontEndModule(name) {
  const loading = frontEndModules.get(name) ?? importFrontEnd(name);
  frontEndModules.set(name, loading);
  loading.catch(() => frontEndModules.delete(name));
  return loading;
}

/** @param {string} name of the file */
async function importFrontEnd(name) {
  /** @type {(string | {file: string})[]} a module's texts and its parts in other files, or its address */
  const pieces = await bringFile(name);
  const texts = await Promise.all(
    pieces.map((piece) => (typeof piece === "string" ? piece : bringFile(piece.file))),
  );
  if (/^https?:/.test(texts[0])) return import(texts[0]);
  const blob = new Blob([texts.join("\n")], { type: "text/javascript" });
  const address = URL.createObjectURL(blob);
  return import(address).finally(() => URL.revokeObjectURL(address));
}

/** @param {string} id @returns {Promise<{frontEnd: FrontEnd, exports: any}>} initialized once */
function startedWidget(id) {
  const starting = startedWidgets.get(id) ?? startWidget(id);
  startedWidgets.set(id, starting);
  starting.catch(() => startedWidgets.delete(id));
  return starting;
}

/** @param {string} id */
async function startWidget(id) {
  const { model } = liveModel(id);
  const module = await frontEndModule(savedModels[id].front_end ?? "");
  const exported = typeof module.default === "function" ? await module.default() : module.default;
  const frontEnd = module.render ? { render: module.render } : exported;
  if (!frontEnd) throw new Error("its module has no default export");
  const { signal } = new AbortController();
  return { frontEnd, exports: await frontEnd.initialize?.({ model, signal, experimental }) };
}

/** @param {string} id @param {HTMLElement} el @param {AbortSignal} signal */
async function renderView(id, el, signal) {
  const { model } = liveModel(id);
  const { frontEnd } = await startedWidget(id);
  // What render returns would end the view. Nothing does: a page that is left may come back.
  await frontEnd.render?.({ model, el, signal, experimental, host: widgetHost });
}

const widgetHost = {
  /** @param {string} reference */
  getModel: async (reference) => liveModel(widgetOf(reference)).model,
  /** @param {string} reference */
  async getWidget(reference) {
    const { exports } = await startedWidget(widgetOf(reference));
    return {
      exports,
      /** @param {{el: HTMLElement, signal?: AbortSignal}} view */
      render: ({ el, signal = new AbortController().signal }) =>
        renderView(widgetOf(reference), el, signal),
    };
  },
};

/** @param {string} reference @returns {string} */
function widgetOf(reference) {
  return reference.replace(/^anywidget:/, "");
}
