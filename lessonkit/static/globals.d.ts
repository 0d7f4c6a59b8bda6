/** What the base widget and the platform put around a front end's own module. */

/** The words of this widget, from the catalogue. */
declare const WORDS: { [entry: string]: string };

/** The library for QR codes: https://github.com/davidje13/lean-qr */
declare const leanQr: {
  generate(text: string): { size: number; get(x: number, y: number): boolean };
};

/** Brings the parts of a front end that come late. It fails where they do not come. */
declare const bringLateParts: () => Promise<{
  sharePanel(state: SortingState): HTMLElement[];
}>;

/** What the page's own script knows of the book. */
declare const BOOK: {
  course: string;
  quick_exit: string;
  /** Addresses of scripts, from the book's root; none where there is nothing for them to do. */
  answers_panel: string;
  progress_marks: string;
};

/** For each lesson's page, what there is to do in it. */
declare const COURSE: { [page: string]: any[] };

/** What the service worker knows of the book: the revision of every file. */
declare const OFFLINE: { course: string; files: { [name: string]: string } };

/** reveal.js, of which the slides use few functions. */
declare const Reveal: {
  initialize(options: object): Promise<unknown>;
  on(event: "slidechanged", listener: (event: { currentSlide: HTMLElement }) => void): void;
  slide(number: number): void;
  getCurrentSlide(): HTMLElement;
};

/** Sphinx's search, and the words it says. */
declare const Search: any;
declare const Documentation: any;

/** The model of the anywidget front-end module contract. */
interface WidgetModel {
  get(name: string): any;
  set(name: string, value: any): void;
  on(event: string, listener: (...details: any[]) => void): void;
  off(event?: string | null, listener?: ((...details: any[]) => void) | null): void;
  save_changes(): void;
  send(content: any, callbacks?: any, buffers?: any): void;
}

/** What `render` receives. */
interface RenderContext {
  model: WidgetModel;
  el: HTMLElement;
  signal?: AbortSignal;
}

/** The answers of a course, keyed by activity and trait, in the form in which they are taken away. */
interface CourseProgress {
  format: string;
  version: number;
  course: string;
  saved: string;
  answers: { [activity: string]: { [trait: string]: any } };
}

/** Where a browser keeps the answers of a course; `answers.js` makes it. */
interface AnswerStore {
  /** The newest answers of an activity. What cannot be read is set aside and counts as nothing. */
  read(activity: string): { [trait: string]: any } | undefined;
  /** Keep answers: in memory, for as long as the browser has no room for them. */
  write(activity: string, values: { [trait: string]: any }): void;
  /** Copy what is kept of an activity to where nothing overwrites it; once for the same text. */
  setAside(activity: string): void;
  /** All answers, in the form in which they can be taken away. */
  progress(): CourseProgress;
  /** Put the answers of a progress document in the place of all that are here. */
  replace(progress: any): void;
  /** Whether answers are kept on this device; `null` where they cannot be. */
  remembered(): boolean | null;
  /** Keep the answers on this device, or in this tab only. Without room, nothing changes. */
  remember(wanted: boolean): void;
  /** Erase all that is kept of the course on this device and in this tab. */
  erase(): void;
  /** Erase what only this tab keeps, and keep nothing any more: the reader is leaving in a hurry. */
  leave(): void;
  /** A text that is no activity's, such as the `"place"` where a reader stopped. */
  readText(name: string): string | null;
  /** Keep such a text where the answers are kept; `null` removes it. */
  writeText(name: string, text: string | null): void;
  /** Hear of every change: of one activity, or of any, in this tab or another. */
  onChange(listener: (activity?: string) => void): void;
  /**
   * Hear of what the activities on the page have not done themselves: `changed` when answers have
   * changed, `remembering` when another tab has begun to remember or has stopped.
   */
  listen(host: { changed: (activity?: string) => void; remembering: () => void }): void;
}

interface Window {
  /** What the files of activities hold that have come, by the files' names. */
  lessonkitFiles?: { [file: string]: any };
  /** Brings one more of them, for a front end that needs it late. */
  lessonkitBring?: (file: string) => Promise<any>;
  /** The page around the activities; nothing where its script did not come. */
  lessonkitPage?: { answers: AnswerStore };
  /** Hides the page and goes where the quick exit leads. */
  lessonkitLeave: () => void;
}
