import { ApiError } from '../api';
import { edition } from '../state/edition.svelte';
import { changeImport, dropImport, getImport, upload, type Upload } from './api';
import type { Intake } from './intake';
import { sentAgain } from './again';
import { Asked } from './asked.svelte';
import type { DatasetMapping, Decision, ImportRun, ImportState } from './types';

/** Where the work stands, as a reader sees it. */
export type Phase = 'idle' | 'uploading' | 'missing' | ImportState;

const busy: readonly Phase[] = ['uploading', 'reading', 'building'];
const soon = 400;
const later = 3000;

/** One import on the desk: what was sent, what came back, and what the reader corrected and has not sent yet. */
export class Desk {
  run = $state.raw<ImportRun | null>(null);
  /** The last answer that told of files: while a check runs the server tells little, and this stays to be read. */
  told = $state.raw<ImportRun | null>(null);
  phase = $state<Phase>('idle');
  /** Bytes on their way while uploading. */
  sent = $state.raw({ bytes: 0, total: 0 });
  draft = $state.raw<DatasetMapping | null>(null);
  decisions = $state.raw<Decision[]>([]);
  dirty = $state(false);
  /** The server does not answer at the moment. */
  gone = $state(false);
  error = $state.raw<unknown>(null);
  readonly facts = new Asked();
  /** What was sent, as long as the page holds it; a reload forgets it. */
  files = $state.raw<readonly File[] | null>(null);
  /** The reader brought settings. */
  brought = $state(false);
  #upload: Upload | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Goes up when the desk is cleared: an answer from before is then not put on it. */
  #turn = 0;

  get busy(): boolean {
    return busy.includes(this.phase);
  }

  /** Sends files. What was on the desk is dropped. */
  async start(intake: Intake): Promise<void> {
    this.clear();
    this.brought = intake.dataset !== null;
    await this.#send(intake);
  }

  /** Sends the files again with others beside or in place of them; settings and decisions stay as they are on the desk. */
  async add(more: Intake): Promise<void> {
    const { run, told, phase, draft, decisions, dirty, files, brought } = this;
    const again = sentAgain(this, more);
    this.#wipe();
    Object.assign(this, { draft, decisions, brought: brought || more.dataset !== null });
    await this.#send(again);
    if (this.run && run) void dropImport(run.id).catch(() => undefined); // The server removes it in time.
    // What could not be sent leaves the desk as it was.
    else if (this.error && run) Object.assign(this, { run, told, phase, draft, decisions, dirty, files });
  }

  async #send(intake: Intake): Promise<void> {
    this.files = intake.files;
    this.phase = 'uploading';
    this.sent = { bytes: 0, total: intake.files.reduce((sum, file) => sum + file.size, 0) };
    const turn = this.#turn;
    this.#upload = upload(intake, (bytes, total) => (this.sent = { bytes, total }));
    try {
      const run = await this.#upload.answer;
      if (turn === this.#turn) this.take(run);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.gone = !(error instanceof ApiError);
      this.error = error;
      this.phase = 'failed';
    }
  }

  /** Takes up an import by its id: after a reload, or from a link. */
  async open(id: string): Promise<void> {
    if (this.run?.id !== id) {
      this.clear();
      this.phase = 'reading';
    }
    await this.#follow(id);
  }

  /** Runs the import again with what was corrected; `commit` puts it on screen when nothing stops it. */
  async again(commit: boolean): Promise<void> {
    const { run, draft } = this;
    const turn = this.#turn;
    if (!run) return;
    this.phase = commit ? 'building' : 'reading';
    this.error = null;
    try {
      const change = { commit, ...(draft && { dataset: draft }), decisions: this.decisions };
      const next = await changeImport(run.id, change);
      if (turn !== this.#turn) return;
      this.dirty = false;
      this.take(next);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.phase = run.state;
      if (this.#fail(error)) this.#again(run.id, later);
    }
  }

  /** Stops what runs and removes the files from the server. */
  async cancel(): Promise<void> {
    const id = this.run?.id;
    this.#upload?.stop();
    this.clear();
    this.phase = 'cancelled';
    if (id) await dropImport(id).catch(() => undefined); // An import nobody asks for again is removed by the server in time.
  }

  /** Keeps what the reader corrected until it is sent. */
  edit(dataset: DatasetMapping): void {
    this.draft = dataset;
    this.dirty = true;
  }

  /** Keeps what a name means; null takes the decision back. */
  decide(kind: Decision['kind'], value: string, target: string | null): void {
    const others = this.decisions.filter((one) => one.kind !== kind || one.value !== value);
    this.decisions = target === null ? others : [...others, { kind, value, target }];
    this.dirty = true;
  }

  /** Asks for the same in the language that is now read; what was corrected stays. */
  async reword(): Promise<void> {
    const before = this.run;
    if (!before || this.busy) return;
    const run = await getImport(before.id).catch(() => before);
    if (this.run !== before) return;
    this.run = run;
    if (run.files?.length) this.told = run;
  }

  /** Asks the server again now. */
  retry(): void {
    if (this.run) void this.#follow(this.run.id);
  }

  /** Clears the desk; nothing is asked any more. */
  clear(): void {
    this.#wipe();
    this.facts.clear();
  }

  #wipe(): void {
    clearTimeout(this.#timer);
    this.#turn++;
    this.#upload = null;
    this.run = null;
    this.told = null;
    this.draft = null;
    this.files = null;
    this.brought = false;
    this.decisions = [];
    this.dirty = false;
    this.gone = false;
    this.error = null;
    this.phase = 'idle';
  }

  /** Takes what the server says of the import. */
  take(run: ImportRun): void {
    this.run = run;
    if (run.files?.length) this.told = run;
    this.facts.hear(run.needs ?? []);
    this.phase = run.state;
    this.gone = false;
    if (busy.includes(run.state)) {
      this.#again(run.id, soon);
      return;
    }
    // What was corrected and could not be sent yet is not lost.
    if (!this.dirty) {
      this.draft = run.dataset ?? this.draft;
      this.decisions = run.decisions ?? this.decisions;
    }
    if (run.state === 'committed') void edition.check();
  }

  async #follow(id: string): Promise<void> {
    clearTimeout(this.#timer);
    const turn = this.#turn;
    try {
      const run = await getImport(id);
      if (turn === this.#turn) this.take(run);
    } catch (error) {
      if (turn !== this.#turn) return;
      if (this.#fail(error)) this.#again(id, later);
    }
  }

  #again(id: string, wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#follow(id), wait);
  }

  // Whether it is worth asking again: the server did not answer at all.
  #fail(error: unknown): boolean {
    if (error instanceof ApiError) {
      if (error.status === 404) this.phase = 'missing';
      else this.error = error;
      return error.status === 503;
    }
    this.gone = true;
    return true;
  }
}
