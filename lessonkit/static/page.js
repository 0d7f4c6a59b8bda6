/** Starts what every page of the book can do. The parts stand in front of this file. */

/**
 * @typedef {object} BookPage
 * @property {string} root the way from this page to the book's root, such as `../`
 * @property {string} name such as `notebooks/01_before_you_start`
 * @property {AnswerStore} answers
 * @property {(entry: string, values?: {[place: string]: string | number}) => void} notify says in one line what the page could not do
 * @property {() => Promise<void>} [eraseOffline] removes the copies that make the book readable offline
 */

const { root: wayToRoot = "", page: pageName = "" } = document.currentScript?.dataset ?? {};
/** @type {BookPage} */
const bookPage = {
  root: wayToRoot,
  name: pageName,
  answers: openAnswers(BOOK.course, notify),
  notify,
};
Object.assign(self, { lessonkitPage: bookPage });
startTheme();
startNotices();
startQuickExit(bookPage);
startLateScripts(bookPage);
startPlace(bookPage);
startSearchForm();
startOffline(bookPage);
