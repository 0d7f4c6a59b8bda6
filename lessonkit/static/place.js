/** @param {any} page */
function startPlace(page) {}
