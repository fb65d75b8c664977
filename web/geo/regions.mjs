import { read } from './read.mjs';
import { unstated } from './reviewed.mjs';

/**
 * The regions in the order in which pages list them, with the M49 areas each
 * is made of; the Chinese mainland stands alone.
 */
export const regions = [
  { code: 'mainland', areas: [], names: ['Chinese mainland', '中國內地', '中国内地'] },
  { code: 'east-asia', areas: ['030'], names: ['East Asia', '東亞', '东亚'] },
  { code: 'southeast-asia', areas: ['035'], names: ['Southeast Asia', '東南亞', '东南亚'] },
  { code: 'south-central-asia', areas: ['034', '143'], names: ['South and Central Asia', '南亞及中亞', '南亚和中亚'] },
  { code: 'middle-east', areas: ['145'], names: ['Middle East', '中東', '中东'] },
  { code: 'europe', areas: ['150'], names: ['Europe', '歐洲', '欧洲'] },
  { code: 'africa', areas: ['002'], names: ['Africa', '非洲', '非洲'] },
  { code: 'north-america', areas: ['021'], names: ['North America', '北美洲', '北美洲'] },
  { code: 'latin-america', areas: ['013', '029', '005'], names: ['Latin America and the Caribbean', '拉丁美洲及加勒比', '拉丁美洲和加勒比'] },
  { code: 'oceania', areas: ['009'], names: ['Oceania', '大洋洲', '大洋洲'] },
  { code: unstated.region, areas: [], names: unstated.names },
];

/** M49 gives Antarctica no region; it is listed with Oceania so that every place has one. */
const apart = { CN: 'mainland', AQ: 'oceania' };

/** Region code by place code. */
export function regionByPlace() {
  const containment = read('cldr-core/supplemental/territoryContainment.json').supplemental.territoryContainment;
  const found = new Map();
  for (const { code, areas } of regions) for (const area of areas) collect(area, code);
  for (const [place, code] of Object.entries(apart)) found.set(place, code);
  return found;

  function collect(area, code) {
    for (const part of containment[area]?._contains ?? []) {
      if (/^[A-Z]{2}$/.test(part)) found.set(part, code);
      else collect(part, code);
    }
  }
}
