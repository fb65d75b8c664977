/**
 * Builds the committed font files from the OFL fonts on npm (`npm run fonts`):
 * TrueType for the server's pictures, woff2 and `fonts.css` for the browser
 * (`npm run fonts browser`: only these).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { latin, latinExt, simplified, traditional, used, usedIn, western } from './charsets.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const modules = join(here, '..', 'node_modules');
const require = createRequire(import.meta.url);
/** What the pages show, as `npm run fonts:collect` noted it. */
const seen = JSON.parse(readFileSync(join(here, 'seen.json'), 'utf8'));
const everythingChinese = 'U+2E80-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF, U+20000-2FA1F';
const unicodeRange = (text) => ranges([...new Set(text)].map((character) => character.codePointAt(0)).sort((a, b) => a - b));

/** Kerning, ligatures, marks, localised forms, and the tabular figures we ask for. */
const latinFeatures = ['kern', 'liga', 'ccmp', 'mark', 'mkmk', 'locl', 'tnum', 'lnum', 'calt', 'case'];

const server = [
  ['SourceSans3-400.ttf', google('source-sans-3', 'SourceSans3', '400Regular'), western, latinFeatures],
  ['SourceSans3-600.ttf', google('source-sans-3', 'SourceSans3', '600SemiBold'), western, latinFeatures],
  ['SourceSans3-700.ttf', google('source-sans-3', 'SourceSans3', '700Bold'), western, latinFeatures],
  ['SourceSerif4-600.ttf', google('source-serif-4', 'SourceSerif4', '600SemiBold'), western, latinFeatures],
  ['NotoSansSC-400.ttf', google('noto-sans-sc', 'NotoSansSC', '400Regular'), simplified() + used(root), []],
  ['NotoSansSC-700.ttf', google('noto-sans-sc', 'NotoSansSC', '700Bold'), simplified() + used(root), []],
  ['NotoSansHK-400.ttf', google('noto-sans-hk', 'NotoSansHK', '400Regular'), traditional(2) + used(root), []],
  ['NotoSansHK-700.ttf', google('noto-sans-hk', 'NotoSansHK', '700Bold'), traditional(1) + used(root), []],
];

const browser = [
  { file: 'source-sans-3-latin', family: 'Source Sans 3', weight: '400 700', source: variable('source-sans-3', 'latin'), text: latin, axes: { wght: { min: 400, max: 700 } }, features: latinFeatures },
  { file: 'source-sans-3-latin-ext', family: 'Source Sans 3', weight: '400 700', source: variable('source-sans-3', 'latin-ext'), text: latinExt, axes: { wght: { min: 400, max: 700 } }, features: latinFeatures },
  { file: 'source-serif-4-latin', family: 'Source Serif 4', weight: '400 700', source: variable('source-serif-4', 'latin'), text: latin, axes: { wght: { min: 400, max: 700 } }, features: latinFeatures },
  { file: 'source-serif-4-latin-ext', family: 'Source Serif 4', weight: '400 700', source: variable('source-serif-4', 'latin-ext'), text: latinExt, axes: { wght: { min: 400, max: 700 } }, features: latinFeatures },
  ...chinese('hk', 'Noto Sans HK', ['noto-sans-hk', 'NotoSansHK'], 'traditional'),
  ...chinese('sc', 'Noto Sans SC', ['noto-sans-sc', 'NotoSansSC'], 'simplified'),
  // The letters of the name and of the language switch, which stand on the English page as well: it need not load a Chinese font for them.
  { file: 'mark-hk', family: 'Meridian Mark', weight: '400 700', source: google('noto-sans-hk', 'NotoSansHK', '500Medium'), text: '經緯繁', features: [] },
  ...['400Regular', '600SemiBold'].map((style) => (
    { file: `signs-${style.slice(0, 3)}`, family: 'Meridian Signs', weight: style.startsWith('4') ? '400' : '600 700', source: google('source-sans-3', 'SourceSans3', style), text: '≈≥≤→←▲▼△▽◆●○′″', features: [] }
  )),
  { file: 'mark-sc', family: 'Meridian Mark', weight: '400 700', source: google('noto-sans-sc', 'NotoSansSC', '500Medium'), text: '简', features: [] },
];

/**
 * The Chinese fonts in three parts each: what the overview shows, what the other
 * pages add, and the rest of what the texts and the shipped data use. The rest
 * stands first and claims everything Chinese: where ranges overlap, a browser
 * takes the later rule, and long lists of what is rare stay out of the style sheet.
 */
function chinese(name, family, source, script) {
  const styles = { 400: '400Regular', 700: '700Bold' };
  return Object.entries(styles).flatMap(([weight, style]) => {
    const { overview, pages } = seen[`${name}-${weight}`];
    const known = new Set(overview + pages);
    const parts = [
      { part: 'rest', text: [...usedIn(script, root)].filter((character) => !known.has(character)).join(''), range: everythingChinese },
      { part: 'pages', text: [...pages].filter((character) => !overview.includes(character)).join('') },
      { part: 'overview', text: overview },
    ];
    return parts.map(({ part, ...rest }) => ({ file: `noto-sans-${name}-${weight}-${part}`, family, weight, source: google(...source, style), features: [], ...rest }));
  });
}

function google(name, file, style) {
  return join(modules, '@expo-google-fonts', name, style, `${file}_${style}.ttf`);
}

function variable(name, subset) {
  return join(modules, '@fontsource-variable', name, 'files', `${name}-${subset}-wght-normal.woff2`);
}

/** The characters of a text that a font really has: the CSS range must not promise more. */
async function covered(source, text) {
  const { convert } = require('fontverter');
  const font = await convert(readFileSync(source), 'sfnt');
  const has = characters(font);
  return [...new Set(text)].filter((character) => has.has(character.codePointAt(0))).join('');
}

/** Reads the code points of an OpenType character map (formats 4 and 12). */
function characters(font) {
  const tables = font.readUInt16BE(4);
  let cmap = 0;
  for (let at = 0; at < tables; at++) {
    if (font.toString('latin1', 12 + at * 16, 16 + at * 16) === 'cmap') cmap = font.readUInt32BE(20 + at * 16);
  }
  const found = new Set();
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + at * 8);
    if (font.readUInt16BE(table) === 12) readGroups(font, table, found);
    if (font.readUInt16BE(table) === 4) readSegments(font, table, found);
  }
  return found;
}

function readGroups(font, table, found) {
  for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
    const at = table + 16 + group * 12;
    for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code++) found.add(code);
  }
}

function readSegments(font, table, found) {
  const count = font.readUInt16BE(table + 6) / 2;
  for (let segment = 0; segment < count; segment++) {
    const end = font.readUInt16BE(table + 14 + segment * 2);
    const start = font.readUInt16BE(table + 16 + count * 2 + segment * 2);
    for (let code = start; code <= end && code < 0xffff; code++) found.add(code);
  }
}

function ranges(codes) {
  const parts = [];
  for (let at = 0; at < codes.length; ) {
    let to = at;
    while (codes[to + 1] === codes[to] + 1) to++;
    const hex = (code) => code.toString(16).toUpperCase();
    parts.push(at === to ? `U+${hex(codes[at])}` : `U+${hex(codes[at])}-${hex(codes[to])}`);
    at = to + 1;
  }
  return parts.join(', ');
}

function face({ family, weight, file, range }) {
  return `@font-face {
  font-family: '${family}';
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url('./browser/${file}.woff2') format('woff2');
  unicode-range: ${range};
}
`;
}

async function buildServer() {
  for (const [file, source, text, keepFeatures] of server) {
    const font = await subsetFont(readFileSync(source), text, { targetFormat: 'sfnt', keepFeatures, noHinting: true, dropTables: ['gasp', 'BASE', 'STAT', 'vhea', 'vmtx', 'VORG'] });
    writeFileSync(join(here, file), font);
    report(file, font);
  }
}

async function buildBrowser() {
  rmSync(join(here, 'browser'), { recursive: true, force: true });
  mkdirSync(join(here, 'browser'));
  const css = ['/* Written by build.mjs; do not edit. Fonts under the SIL Open Font License, texts beside them. */\n'];
  for (const { source, text, axes, features, ...item } of browser) {
    const present = await covered(source, text);
    const font = await subsetFont(readFileSync(source), present, { targetFormat: 'woff2', keepFeatures: features, variationAxes: axes, noHinting: true });
    writeFileSync(join(here, 'browser', `${item.file}.woff2`), font);
    css.push(face({ ...item, range: item.range ?? unicodeRange(present) }));
    report(item.file, font);
  }
  writeFileSync(join(here, 'fonts.css'), css.join('\n'));
}

function report(file, font) {
  console.log(`${file.padEnd(28)} ${(font.length / 1024).toFixed(0).padStart(6)} KB`);
}

if (!process.argv.includes('browser')) await buildServer();
await buildBrowser();
