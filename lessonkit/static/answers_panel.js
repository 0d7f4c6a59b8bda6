/** @param {any} page */
function startAnswersPanel(page) {}
