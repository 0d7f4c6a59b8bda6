/**
 * The bar above a previewed activity: which file it is, how wide and how bright it shows, and the
 * way back to its beginning. Parts to go in front: `elements`, `safe_storage`.
 */

/** How the window is to show, for as long as the tab is open. */
const PREVIEW_CHOICES = "lessonkit-preview-window";

/**
 * @param {string} file the name of the file
 * @param {{setWidth: (width: "phone" | "full") => void, setTheme: (theme: string) => void, startAgain: () => void}} acts
 * @returns {HTMLElement}
 */
function makeBar(file, { setWidth, setTheme, startAgain }) {
  const storage = makeSafeStorage("sessionStorage");
  const kept = attempt(() => JSON.parse(storage.get(PREVIEW_CHOICES) ?? "")) ?? {};
  const darkDevice = matchMedia("(prefers-color-scheme: dark)");
  let isPhone = kept.phone === true;
  /** @type {boolean | null} none where the device decides */
  let isDark = typeof kept.dark === "boolean" ? kept.dark : null;

  const turn = () => {
    isPhone = !isPhone;
    paint();
  };
  const phone = makeButton(say("phone_width"), turn, { class: "lk-preview-phone" });
  const dark = makeButton(say("dark_colours"), () => {
    isDark = !(isDark ?? darkDevice.matches);
    paint();
  });

  function paint() {
    setWidth(isPhone ? "phone" : "full");
    setTheme(isDark === null ? "auto" : isDark ? "dark" : "light");
    phone.ariaPressed = String(isPhone);
    dark.ariaPressed = String(isDark ?? darkDevice.matches);
    storage.keep(PREVIEW_CHOICES, JSON.stringify({ phone: isPhone, dark: isDark }));
  }

  darkDevice.addEventListener("change", paint);
  paint();
  return make(
    "header",
    { class: "lk-preview-bar" },
    make("h1", { dir: "auto" }, file),
    make("div", { role: "group", "aria-label": say("appearance") }, phone, dark),
    makeButton(say("start_again"), startAgain),
  );
}
