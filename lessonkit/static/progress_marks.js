/** @param {any} page */
function startProgressMarks(page) {}
