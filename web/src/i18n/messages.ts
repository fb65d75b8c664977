import type { en } from './en';

/** The key of a text. */
export type MessageKey = keyof typeof en;

/** A text that depends on how many. */
export interface Plural {
  one?: string;
  other: string;
}

/** A whole table of texts like another: a language that leaves one out does not compile. */
export type TableLike<T> = { readonly [K in keyof T]: T[K] extends string ? string : Plural };

/** The texts that every page needs. */
export type Messages = TableLike<typeof en>;

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Text<M> = M extends string ? M : M extends { other: infer Other } ? Other : never;

/** The values a text needs, read from its English wording; what has a plural needs the number, said or not. */
export type ParamsOf<M> = {
  [Name in Names<Text<M>> | (M extends string ? never : 'n')]: Name extends 'n' ? number : string | number;
};

/** What follows the key of a text: its values, where it has any. */
export type RestOf<M> = keyof ParamsOf<M> extends never ? [] : [params: ParamsOf<M>];

/** A text with its values filled in. */
export function fill(message: string | Plural, params: Record<string, string | number>, locale: string): string {
  const text = typeof message === 'string' ? message : choose(message, Number(params['n'] ?? 0), locale);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

function choose(plural: Plural, n: number, locale: string): string {
  const form = new Intl.PluralRules(locale).select(n);
  return (form === 'one' ? plural.one : undefined) ?? plural.other;
}
