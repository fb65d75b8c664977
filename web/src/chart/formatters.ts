/**
 * The named formatters. Numbers are written here and not by Intl, because the
 * engine that draws exported pictures has none; a test holds every format
 * against Intl, so that the page and the picture say the same.
 */
import { ChartError } from './error';
import type { Language } from './payload';

/** Writes one value. `axis` labels pass the value, series labels pass ECharts' parameters. */
export type Formatter = (value: unknown, index?: number) => string;

/** The Intl locale that stands for a language. */
export const locales: Record<Language, string> = {
  en: 'en-HK',
  'zh-Hant': 'zh-Hant-HK',
  'zh-Hans': 'zh-Hans-HK',
};

type Writer = (value: number, lang: Language) => string;

/** What is written where there is no number. */
export const noValue = '–';

const writers: Record<string, Writer> = {
  int: (value) => group(value, 0),
  dec1: (value) => group(value, 1),
  compact,
  pct0: (value, lang) => percent(value, 0, lang),
  pct1: (value, lang) => percent(value, 1, lang),
  signed: (value) => sign(value) + group(Math.abs(value), 0),
  abs: (value) => group(Math.abs(value), 0),
  hkd: (value, lang) => `HK$${compact(value, lang)}`,
  year: (value) => String(Math.round(value)),
};

const textFormatters: Record<string, Formatter> = {
  none: text,
  name,
  acadYear: (value) => acadYear(text(value)),
  empty: () => '',
};

/** The ids a payload may name, sorted. */
export function formatterIds(): string[] {
  return [...Object.keys(writers), ...Object.keys(textFormatters)].sort();
}

/** The formatter of a name in a language; a name it does not know is refused. */
export function formatter(id: string, lang: Language): Formatter {
  const direct = textFormatters[id];
  if (direct) return direct;
  const write = writers[id];
  if (!write) throw new ChartError(`unknown formatter "${id}" (known: ${formatterIds().join(', ')})`);
  return (value) => {
    const number = numberIn(value);
    return number === null ? noValue : write(number, lang);
  };
}

/** `2017/2018` as `2017/18`; text that is no academic year is left as it is. */
export function acadYear(id: string): string {
  const match = /^(\d{4})\/(\d{2})(\d{2})$/.exec(id);
  return match ? `${match[1]}/${match[3]}` : id;
}

function group(value: number, decimals: number): string {
  const fixed = roundHalfUp(Math.abs(value), decimals);
  const [whole = '0', part = ''] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = part.replace(/0+$/, '');
  const written = fraction ? `${grouped}.${fraction}` : grouped;
  return value < 0 && written !== '0' ? `−${written}` : written;
}

/** Rounds the decimal the reader sees (1.005 → 1.01), away from zero at a half, as Intl does. */
function roundHalfUp(value: number, decimals: number): string {
  const shifted = Math.round(Number(`${value}e${decimals}`));
  if (!Number.isFinite(shifted)) return value.toFixed(decimals);
  return Number(`${shifted}e-${decimals}`).toFixed(decimals);
}

function sign(value: number): string {
  if (Math.round(Math.abs(value)) === 0) return '';
  return value > 0 ? '+' : '−';
}

/** Takes a share: 0.123 is 12.3 %. English sets a no-break space before the sign. */
function percent(share: number, decimals: number, lang: Language): string {
  const number = group(Number(`${share}e2`) || share * 100, decimals);
  return lang === 'en' ? `${number}\u00a0%` : `${number}%`;
}

const scales: Record<Language, [number, string][]> = {
  en: [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ],
  'zh-Hant': [
    [1e12, '兆'],
    [1e8, '億'],
    [1e4, '萬'],
  ],
  'zh-Hans': [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
};

function compact(value: number, lang: Language): string {
  const steps = scales[lang];
  const size = Math.abs(value);
  let at = steps.findIndex(([step]) => size >= step);
  if (at < 0 && shortened(size) >= 1000) at = steps.findIndex(([step]) => shortened(size) >= step);
  if (at < 0) return plainShort(value);
  // 999,950 rounds up into the next scale: 1M, not 1000K.
  const larger = steps[at - 1];
  const own = steps[at];
  if (own === undefined) return plainShort(value);
  if (larger && shortened(size / own[0]) * own[0] >= larger[0]) return plainShort(value / larger[0]) + larger[1];
  return plainShort(value / own[0]) + own[1];
}

/** Two digits where the number is below ten, whole numbers above: as Intl's compact notation. */
function plainShort(value: number): string {
  const short = String(shortened(Math.abs(value)));
  return value < 0 && short !== '0' ? `−${short}` : short;
}

function shortened(size: number): number {
  return Number(roundHalfUp(size, size < 9.95 ? 1 : 0));
}

/** What ECharts passes to a label formatter, as far as we read it. */
interface LabelParams {
  name?: string;
  value?: unknown;
  data?: unknown;
  encode?: Record<string, number[] | undefined>;
}

/** The number in a value, a data item or label parameters; null where there is none. */
export function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string') return value.trim() === '' || Number.isNaN(Number(value)) ? null : Number(value);
  if (Array.isArray(value)) return lastNumber(value);
  if (typeof value !== 'object' || value === null) return null;
  const params = value as LabelParams;
  const at = params.encode?.['value']?.[0] ?? params.encode?.['y']?.[0];
  if (Array.isArray(params.value) && at !== undefined) return numberIn(params.value[at]);
  return numberIn(params.value);
}

function lastNumber(values: unknown[]): number | null {
  for (let at = values.length - 1; at >= 0; at--) {
    const value = values[at];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
  }
  return null;
}

/** The name a mark carries; a map's region, whose name is its code, may bring a `title`. */
function name(value: unknown): string {
  if (typeof value !== 'object' || value === null) return text(value);
  const params = value as LabelParams;
  const data = params.data as { title?: unknown; name?: unknown } | undefined;
  return text(data?.title ?? data?.name ?? params.name);
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return text((value as LabelParams).value ?? (value as LabelParams).name);
  return String(value);
}
