/** What the base widget and the platform put around a front end's own module. */

/** The words of this widget, from the catalogue. */
declare const WORDS: { [entry: string]: string };

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
  read(activity: string): { [trait: string]: any } | undefined;
  setAside(activity: string): void;
  write(activity: string, values: { [trait: string]: any }): void;
  progress(): CourseProgress;
  replace(progress: any): void;
  remembered(): boolean | null;
  remember(wanted: boolean): void;
  listen(listeners: { changed: (activity?: string) => void; remembering: () => void }): void;
}
