import { acadYear } from '../../chart/formatters';
import { t } from '../../i18n';
import { q } from '../../i18n/palette';
import type { Partner } from '../profile';
import { memberPath, pathOf, type PageName } from '../router';
import { copyAddress } from '../share';
import { filterName, sayChange } from '../say';
import { announcer } from '../state/announcer.svelte';
import { isListFilter } from '../state/filters';
import { place } from '../state/location.svelte';
import { useSession } from '../state/session.svelte';
import { settings, type ThemeChoice } from '../state/settings.svelte';
import { countFilters, listFilters, parseAddress, type Filters } from '../state/url';
import { views } from '../state/views.svelte';

/** The kinds of things the palette finds, in the order they are listed where they answer equally well. */
export const groups = ['recent', 'views', 'pages', 'places', 'partners', 'charts', 'filters', 'actions'] as const;
export type Group = (typeof groups)[number];

/** The drawings beside the palette's things; components/Icon.svelte has them. */
export type ItemIcon = PageName | 'keep' | 'filter' | 'link' | 'close' | 'image' | 'why' | 'contrast';

/** A thing the palette can open or do. */
export interface Item {
  /** The same in every language, so that what was used lately is found again. */
  id: string;
  group: Group;
  icon: ItemIcon;
  label: string;
  /** What tells it from others of that name. */
  note: string;
  /** What else it answers to: codes, other names. */
  also: readonly string[];
  run: () => void;
}

const themes: readonly ThemeChoice[] = ['system', 'light', 'dark', 'hc'];
const ownNames = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' } as const;

function go(href: string): void {
  place.go(parseAddress(new URL(href, location.origin)));
}

function narrow(change: Partial<Filters>): void {
  const before = place.filters;
  place.filter(change);
  announcer.say(sayChange(change), () => place.filter(before));
}

/** Everything the palette finds without asking the server. `save` begins to name a view. */
export function allItems(save: () => void): Item[] {
  return [...viewItems(), ...pageItems(), ...placeItems(), ...chartItems(), ...filterItems(), ...actionItems(save)];
}

/** Partners the server found. */
export function partnerItems(partners: readonly Partner[]): Item[] {
  return partners.map(({ id, name, place_label: where }) => ({
    id: `partner:${id}`,
    group: 'partners',
    icon: 'partners',
    label: name,
    note: where,
    also: [id],
    run: () => go(place.href(memberPath({ page: 'partners', id }))),
  }));
}

function viewItems(): Item[] {
  return views.list.map((view) => ({ id: `view:${view.name}`, group: 'views', icon: 'keep', label: view.name, note: '', also: [], run: () => go(views.href(view)) }));
}

function pageItems(): Item[] {
  return useSession().routes.map(({ path, subject, label }) => ({ id: `page:${path}`, group: 'pages', icon: subject, label: t(label), note: '', also: [path.slice(1)], run: () => go(place.href(path)) }));
}

function placeItems(): Item[] {
  return useSession()
    .choices('place')
    .map(({ id, label }) => ({ id: `place:${id}`, group: 'places', icon: 'places', label, note: id, also: [id], run: () => go(place.href(memberPath({ page: 'places', id }))) }));
}

function chartItems(): Item[] {
  const charts = useSession().catalogue?.charts ?? [];
  return charts
    .filter(({ available }) => available !== false)
    .map(({ id, title, subject }) => ({ id: `chart:${id}`, group: 'charts', icon: 'overview', label: title, note: t(`nav.${subject}`), also: [id], run: () => go(place.href(pathOf(subject), id)) }));
}

function filterItems(): Item[] {
  const session = useSession();
  const lists = listFilters.flatMap((filter) =>
    session.choices(filter).map(({ id, label }): Item => ({
      id: `filter:${filter}:${id}`,
      group: 'filters',
      icon: 'filter',
      label: q('only', { name: label }),
      note: filterName(filter),
      also: [label, id],
      run: () => isListFilter(filter) && narrow({ [filter]: [id] }),
    })),
  );
  const years = session.years.map(({ id }): Item => ({
    id: `filter:year:${id}`,
    group: 'filters',
    icon: 'filter',
    label: q('only', { name: acadYear(id) }),
    note: filterName('from'),
    also: [acadYear(id), id],
    run: () => narrow({ from: id, to: id }),
  }));
  return [...lists, ...years];
}

function actionItems(save: () => void): Item[] {
  const action = (id: string, icon: ItemIcon, label: string, run: () => void, also: string[] = []): Item => ({ id: `action:${id}`, group: 'actions', icon, label, note: '', also, run });
  const set = countFilters(place.filters) > 0;
  const before = place.filters;
  return [
    ...(set ? [action('clear', 'close', t('filter.clear'), () => (place.clear(), announcer.say(t('filter.cleared'), () => place.filter(before))))] : []),
    action('link', 'link', t('data.copy'), () => void copyAddress()),
    action('save', 'keep', q('save'), save),
    action('print', 'image', q('print'), () => setTimeout(() => print())),
    ...useSession().languages.map((lang) => action(`lang:${lang}`, 'why', q('language', { name: ownNames[lang] }), () => settings.setLang(lang), [lang, ownNames[lang]])),
    ...themes.map((theme) => action(`theme:${theme}`, 'contrast', q('theme', { name: t(`theme.${theme}`) }), () => settings.setTheme(theme))),
  ];
}
