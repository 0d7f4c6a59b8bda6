/** Reading aloud with a voice of the device itself, so that no word goes anywhere. */

/** @returns {SpeechSynthesisVoice | undefined} a voice that needs no network and speaks the widget's language */
function localVoice() {
  const language = spokenLanguage().split("-")[0].toLowerCase();
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices.find(
    ({ lang, localService }) => localService && lang.split(/[-_]/)[0].toLowerCase() === language,
  );
}

/**
 * Make a button that reads a text aloud and, pressed again, stops. It is hidden where there is no
 * voice on the device.
 *
 * @param {() => string} text
 * @param {AbortSignal} signal
 * @returns {HTMLButtonElement}
 */
function makeHearButton(text, signal) {
  /** @type {SpeechSynthesisUtterance | undefined} */
  let speaking;
  const button = makeButton(say("hear_it"), press);

  function stop() {
    if (speaking) speechSynthesis.cancel();
    finish();
  }

  function finish() {
    speaking = undefined;
    button.textContent = say("hear_it");
  }

  function press() {
    const voice = localVoice();
    if (speaking || !voice) return stop();
    const utterance = new SpeechSynthesisUtterance(text());
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = utterance.onerror = () => speaking === utterance && finish();
    speaking = utterance;
    button.textContent = say("stop_it");
    // Something that still waits to be spoken would come first.
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  }

  function showWherePossible() {
    button.hidden = !localVoice();
  }

  showWherePossible();
  // Most browsers find out later which voices there are.
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", showWherePossible, { signal });
  signal.addEventListener("abort", stop);
  return button;
}
