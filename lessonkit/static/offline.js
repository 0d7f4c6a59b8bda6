/** Lets the book be read without a network once it has been visited, and be installed as an app. */

/** How long a page may take to come to rest, in milliseconds. */
const REST = 5000;

/**
 * Have the service worker keep copies of the whole book, where the book comes from a web server.
 *
 * @param {BookPage} page
 */
function startOffline(page) {
  const isServed = location.protocol.startsWith("http");
  if (!isServed || !isSecureContext || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const scope = new URL(page.root || "./", location.href);
  // Only here, since a browser complains of a manifest that it should read from a file.
  document.head.append(make("link", { rel: "manifest", href: `${page.root}manifest.webmanifest` }));
  let isErased = false;

  const keep = async () => {
    if (isErased) return;
    try {
      const script = `${page.root}sw.js`;
      const registration = await serviceWorker.register(script, { updateViaCache: "none" });
      if (isErased) await eraseCopies(scope, registration);
      else registration.active?.postMessage("mend");
    } catch {
      // The page is whole without copies; the next one tries again.
    }
  };

  page.eraseOffline = async () => {
    isErased = true;
    await eraseCopies(scope, await serviceWorker.getRegistration(scope));
  };

  /** @type {{saveData?: boolean} | undefined} */
  const connection = Reflect.get(navigator, "connection");
  if (connection?.saveData) return;
  const keepSoon = () => {
    if ("requestIdleCallback" in self) requestIdleCallback(keep, { timeout: REST });
    else setTimeout(keep, REST);
  };
  if (document.readyState === "complete") keepSoon();
  else addEventListener("load", keepSoon, { once: true });
}

/**
 * Remove the copies and what keeps them. What is being fetched is not kept either.
 *
 * @param {URL} scope the book's root
 * @param {ServiceWorkerRegistration} [registration]
 */
async function eraseCopies(scope, registration) {
  // A root that has no worker of its own is answered for by the one of a folder above it.
  if (registration?.scope === scope.href) {
    for (const worker of [registration.installing, registration.waiting, registration.active]) {
      worker?.postMessage("erase");
    }
    // This may wait for a script that is on its way; the copies need not.
    registration.unregister().catch(() => {});
  }
  await caches.delete(`lessonkit-${BOOK.course}-${scope.pathname}`);
}
