/** @param {any} page */
function startOffline(page) {}
