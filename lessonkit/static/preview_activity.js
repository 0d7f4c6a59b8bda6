/**
 * Starts the page of one activity, whose answers stay in the tab: so they are there again when the
 * page comes in a new version. Parts to go in front: `elements`, `safe_storage`, `answers`, `notices`.
 */

Object.assign(self, { lessonkitPage: { answers: openAnswers("preview", notify), notify } });
startNotices();
