import { d } from '../../i18n/data';
import { settings } from '../state/settings.svelte';
import type { Desk } from './desk.svelte';
import type { ImportRun, Need } from './types';
import type { Changes } from './versions';

/** The facts that a person has to confirm: they name the data on every page. */
const named: readonly string[] = ['id', 'name'];

/** Why an import cannot be committed yet; empty when it can. */
export function whyNot(desk: Pick<Desk, 'busy' | 'dirty' | 'phase'> & { facts: { needs: readonly Need[] } }, run: ImportRun): string {
  if (desk.busy) return d('act.why.busy');
  if (desk.dirty) return d('act.why.dirty');
  if (desk.phase !== 'ready') return (run.report?.errors ?? 0) === 0 && run.needs?.length ? d('act.why.needs') : d('act.why.errors');
  if ((run.report?.files ?? []).every(({ stored }) => stored === 0)) return d('commit.why.rows');
  return desk.facts.needs.some(({ key }) => named.includes(key)) ? d('commit.why.confirm') : '';
}

/** What is taken to be so because nobody said otherwise; empty when everything was said. */
export function assumedOf(run: ImportRun, asked: readonly Need[]): string {
  const open = (key: string): boolean => asked.some((need) => need.key === key);
  const parts: string[] = [];
  if (open('home_place') && !run.dataset?.home_place) parts.push(d('commit.nohome'));
  if (open('as_of') && !run.dataset?.as_of) parts.push(d('commit.today'));
  return parts.length ? d('commit.assumed', { what: parts.join(settings.lang === 'en' ? '; ' : '；') }) : '';
}

/** Whether rows tell of coming and going while nobody said where home is. */
export function lacksHome(run: ImportRun): boolean {
  return !run.dataset?.home_place && (run.report?.files ?? []).some(({ table, stored }) => table === 'mobility' && stored > 0);
}

/** What a commit adds to and takes from the screen, as one sentence. */
export function sayChanges(changes: Changes): string {
  const tables = (changes.tables ?? []).map(({ before, after, added, removed }) => ({
    added: added ?? Math.max(0, after - before),
    removed: removed ?? Math.max(0, before - after),
  }));
  const added = tables.reduce((sum, one) => sum + one.added, 0);
  const removed = tables.reduce((sum, one) => sum + one.removed, 0);
  const fewer = tables.filter((one) => one.removed > 0).length;
  const parts: string[] = [];
  if (added) parts.push(d('commit.adds', { n: added }));
  if (removed) parts.push(d('commit.removes', { n: removed, tables: d('commit.tables', { n: fewer }) }));
  return d('commit.changes', { what: parts.length ? parts.join(settings.lang === 'en' ? ', ' : '，') : d('commit.same') });
}
