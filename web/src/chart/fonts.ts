import type { Language } from './payload';

/** The interface stack of a language: Latin first, so that figures are the same in all three. */
export const sansStack: Record<Language, string> = {
  en: "'Source Sans 3', 'Noto Sans HK', 'Noto Sans SC', system-ui, sans-serif",
  'zh-Hant': "'Source Sans 3', 'Noto Sans HK', 'Noto Sans SC', system-ui, sans-serif",
  'zh-Hans': "'Source Sans 3', 'Noto Sans SC', 'Noto Sans HK', system-ui, sans-serif",
};
