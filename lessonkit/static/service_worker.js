/**
 * Keeps a copy of the whole book on the device, so that it can be read without a network.
 *
 * The end of a build puts `OFFLINE` in front of this file: the course, and the revision of every
 * file. All copies are in one cache, each under its address and revision. So what did not change is
 * never fetched again, and what was broken off goes on where it ended.
 */

/**
 * @typedef {Event & {
 *   request: Request,
 *   preloadResponse: Promise<Response | undefined>,
 *   data: unknown,
 *   respondWith: (answer: Promise<Response>) => void,
 *   waitUntil: (work: Promise<unknown>) => void,
 * }} WorkerEvent every event that is listened to here
 */

/** How long a page may take to arrive before its copy is shown, in milliseconds. */
const PATIENCE = 2000;

/** Few, so that what the reader asks for meanwhile is not held up. */
const FETCHES_AT_ONCE = 4;

/** @type {any} */
const worker = self;
const scope = new URL(worker.registration.scope);
const CACHE = `lessonkit-${OFFLINE.course}-${scope.pathname}`;

/** Where the cache says which copies the version before came with. */
const LIST = `${scope.pathname}sw.js?list`;

/** For the address of every file, where its copy is. */
const COPIES = new Map(
  Object.entries(OFFLINE.files).map(([name, revision]) => {
    const { pathname } = new URL(name, scope);
    return [pathname, `${pathname}?${revision}`];
  }),
);

const erasure = new AbortController();

worker.addEventListener("install", (/** @type {WorkerEvent} */ event) => {
  worker.skipWaiting();
  event.waitUntil(caches.open(CACHE).then(fetchMissing));
});

worker.addEventListener("activate", (/** @type {WorkerEvent} */ event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener("message", (/** @type {WorkerEvent} */ event) => {
  if (event.data === "mend") event.waitUntil(mend());
  if (event.data === "erase") {
    // An installation under way fails at once; else the browser would finish it before it forgets.
    erasure.abort();
    event.waitUntil(caches.delete(CACHE));
  }
});

worker.addEventListener("fetch", (/** @type {WorkerEvent} */ event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  event.respondWith(
    mode === "navigate" ? answerWithPage(event, pathname) : answer(event, pathname),
  );
});

/** @returns {Promise<Cache | undefined>} nothing where the reader has erased it */
async function openCache() {
  const isThere = await caches.has(CACHE);
  return isThere && !erasure.signal.aborted ? caches.open(CACHE) : undefined;
}

/** @param {Cache} cache what it lacks of this version is fetched; it rejects when something cannot be had */
async function fetchMissing(cache) {
  const kept = new Set((await cache.keys()).map(placeOf));
  const missing = [...COPIES.values()].filter((place) => !kept.has(place));
  const fetchInTurn = async () => {
    for (let place = missing.pop(); place; place = missing.pop()) await fetchCopy(cache, place);
  };
  await Promise.all(Array.from({ length: FETCHES_AT_ONCE }, fetchInTurn));
}

/** @param {Request} request @returns {string} */
function placeOf({ url }) {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** @param {Cache} cache @param {string} place of a copy @returns {Promise<Response>} */
async function fetchCopy(cache, place) {
  const [address] = place.split("?");
  const { signal } = erasure;
  const response = await fetch(address, { cache: "reload", priority: "low", signal });
  if (!response.ok) throw new Error(`[lessonkit] ${address}: ${response.status}`);
  // A new one, since a page may not be answered with what was redirected.
  const copy = new Response(response.body, response);
  await cache.put(place, copy.clone());
  return copy;
}

/** Fetch what was lost. What cannot be had now is fetched another time. */
async function mend() {
  if (!erasure.signal.aborted) await fetchMissing(await caches.open(CACHE)).catch(() => {});
}

/** Serve the pages that are open, and drop the copies that neither they nor new ones can ask for. */
async function takeOver() {
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
  const cache = await openCache();
  if (!cache) return;
  const list = await cache.match(LIST);
  const wanted = new Set([...COPIES.values(), ...(list ? await list.json() : [])]);
  for (const request of await cache.keys()) {
    if (!wanted.has(placeOf(request))) await cache.delete(request);
  }
  await cache.put(LIST, new Response(JSON.stringify([...COPIES.values()])));
}

/** @param {Cache | undefined} cache @param {string} address @returns {Promise<Response | undefined>} this version's copy, or else the version's before */
async function findCopy(cache, address) {
  const place = COPIES.get(address);
  return cache?.match(place ?? address, { ignoreSearch: !place });
}

/** @param {WorkerEvent} event @param {string} address @returns {Promise<Response>} the copy, if there is one */
async function answer({ request }, address) {
  const cache = await openCache();
  const copy = await findCopy(cache, address);
  if (copy) return copy;
  const place = COPIES.get(address);
  if (cache && place) return fetchCopy(cache, place).catch(() => fetch(request));
  return fetch(request);
}

/** @param {WorkerEvent} event @param {string} address @returns {Promise<Response>} what the network has, if it has it soon */
async function answerWithPage(event, address) {
  const arriving = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  event.waitUntil(arriving.catch(() => {}));
  const tooLong = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const response = await Promise.race([arriving, tooLong]).catch(() => {});
  if (response instanceof Response && response.status < 500) return response;
  const cache = await openCache();
  for (const name of [address, `${address}index.html`, `${address}.html`]) {
    const copy = await findCopy(cache, name);
    if (copy) return copy;
  }
  return arriving.catch(async () => (await noSuchPage(cache)) ?? Response.error());
}

/** @param {Cache | undefined} cache @returns {Promise<Response | undefined>} */
async function noSuchPage(cache) {
  const copy = await findCopy(cache, `${scope.pathname}404.html`);
  return copy && new Response(copy.body, { status: 404, headers: copy.headers });
}
