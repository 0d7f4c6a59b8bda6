/**
 * Brings the scripts that most visits do without, each when there is a reason to. What they do then
 * is theirs. Parts to go in front: `elements`.
 */

/** @param {BookPage} page */
function startLateScripts({ root, answers }) {
  const bringPanel = lateScript(root + BOOK.answers_panel);
  const panel = document.querySelector(".lk-answers-panel");
  // Where the choice stands in the text of the page, the page brings the script itself.
  if (!document.querySelector(".lk-answers-panel-here"))
    panel?.addEventListener("toggle", bringPanel);
  if (!BOOK.progress_marks) return;
  const bringMarks = lateScript(root + BOOK.progress_marks);
  const look = () => {
    if (Object.keys(answers.progress().answers).length) bringMarks();
  };
  answers.onChange(look);
  look();
}

/** @param {string} address @returns {() => void} brings the script, unless it is here or on its way */
function lateScript(address) {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    const script = make("script", { src: address, error: tryAgainLater });

    function tryAgainLater() {
      script.remove();
      isComing = false;
    }

    document.head.append(script);
  };
}
