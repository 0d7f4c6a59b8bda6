/** @param {any} page */
function startQuickExit(page) {}
