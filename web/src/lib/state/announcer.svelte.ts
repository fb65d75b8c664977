/** What was last said aloud to screen readers, and shown for a moment with a way back. */
class Announcer {
  text = $state('');
  undo = $state.raw<(() => void) | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says a sentence; `undo` offers a way back while it shows. */
  say(text: string, undo: (() => void) | null = null): void {
    clearTimeout(this.#timer);
    this.text = text;
    this.undo = undo;
    this.#timer = setTimeout(() => this.clear(), 6000);
  }

  clear(): void {
    this.text = '';
    this.undo = null;
  }
}

export const announcer = new Announcer();
