import { baseOf, type PreparedOption } from './prepare';

/**
 * Takes out what only a pointer could bring about. ECharts prepares hover and
 * selection styles for every mark; an exported picture has no use for them, nor
 * for a treemap's way back and its signs to go deeper.
 */
export function still(option: PreparedOption): PreparedOption {
  const base = baseOf(option);
  delete base['tooltip'];
  for (const part of [...components(base['series']), ...components(base['geo'])]) {
    part['silent'] = true;
    part['emphasis'] = { disabled: true, label: { show: false } };
    part['select'] = { disabled: true, label: { show: false } };
    delete part['blur'];
    delete part['tooltip'];
    if (part['type'] === 'treemap') Object.assign(part, { drillDownIcon: '', breadcrumb: { show: false } });
  }
  return option;
}

function components(value: unknown): PreparedOption[] {
  const found = Array.isArray(value) ? value : [value];
  return found.filter((item): item is PreparedOption => typeof item === 'object' && item !== null);
}
