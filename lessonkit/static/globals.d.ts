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
