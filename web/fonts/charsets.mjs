/** Character sets for the font subsets: whole standards for the server, only the used ones for the browser. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Chinese letters and signs. */
export const cjk = /[\u2e80-\u2fdf\u3000-\u30ff\u3105-\u312f\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud88f][\udc00-\udfff]/g;

/** Every character from one code point to another. */
export function range(from, to) {
  let text = '';
  for (let code = from; code <= to; code++) text += String.fromCodePoint(code);
  return text;
}

/** Punctuation, arrows and signs that charts and findings use beside letters. */
const signs =
  range(0x2010, 0x2027) + range(0x2030, 0x203e) + '\u00a0\u2007\u2009\u200a\u202f\u2044' +
  '€₹₩¥™№←↑→↓↔↗↘−×÷≈≠≤≥±∞√∑∆•◦○●◎□■△▲▶▼◀▽◆◇★☆✓✗⋅∙…';

/** Basic Latin and the Latin-1 letters, with the signs: what nearly every page needs. */
export const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ŒœŠšŽžŸıƒˆ˜' + signs;

/** The other Latin letters: names of places, people and institutions. */
export const latinExt = range(0x100, 0x24f) + range(0x1e00, 0x1eff) + range(0x2c60, 0x2c7f) + '\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030c\u0323\u0327\u0328';

/** What a picture drawn on the server can hold beside Chinese. */
export const western = latin + latinExt + range(0x370, 0x3ff) + range(0x400, 0x4ff);

/** Punctuation and full-width forms of both Chinese scripts. */
const cjkSigns = range(0x3000, 0x3020) + range(0xff01, 0xff65) + '·—‘’“”…〇';

/** The simplified standard: GB 2312, 6,763 characters. */
export function simplified() {
  return cjkSigns + decode('gbk', [[0xb0, 0xf7]], [[0xa1, 0xfe]]);
}

/** The traditional standard: both planes of Big5, 13,060 characters, or only the common first. */
export function traditional(planes) {
  const common = decode('big5', [[0xa4, 0xc6]], [[0x40, 0x7e], [0xa1, 0xfe]]);
  const rest = decode('big5', [[0xc9, 0xf9]], [[0x40, 0x7e], [0xa1, 0xfe]]);
  return cjkSigns + hongKong + (planes === 1 ? common : common + rest);
}

/** Characters of Hong Kong names and Cantonese writing that Big5 lacks (HKSCS). */
const hongKong = '啲嘅咗喺嚟冇哋嗰乜攞揾瞓嘢嘥嚿咁唔佢冚埗邨鰂鱲涌磡滘坜岃嶌梘栢堃峯咩噉嗮嘞喎㗎啫咋埋畀俾睇諗劏舖舗裡着衞説銹綫峰羣床粧秘枱汚污麪麵𨋢𠝹𡃁𠱁𠺘𨂾';

function decode(encoding, leads, trails) {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for (const [leadFrom, leadTo] of leads) {
    for (let lead = leadFrom; lead <= leadTo; lead++) {
      for (const [trailFrom, trailTo] of trails) {
        for (let trail = trailFrom; trail <= trailTo; trail++) {
          const character = decoder.decode(Uint8Array.of(lead, trail));
          if ([...character].length === 1 && character !== '\ufffd' && (character.match(cjk) ?? []).length === 1) text += character;
        }
      }
    }
  }
  return text;
}

/** Where Chinese text can stand: folder and file names' endings. */
const sources = [
  ['web/src', /\.(ts|svelte|json|html)$/],
  ['analytics', /\.(go|sql|yaml|json)$/],
  ['server', /\.go$/],
  ['data/schema', /\.sql$/],
  ['data/polyu', /\.(csv|ya?ml)$/],
  ['data/geo', /\.csv$/],
];

/** Of the characters used, those a script needs: the other script's own forms stay out. */
export function usedIn(script, root) {
  const [own, other] = [simplified(), traditional(2)].map((text) => new Set(text));
  const [mine, theirs] = script === 'simplified' ? [own, other] : [other, own];
  return [...used(root)].filter((character) => mine.has(character) || !theirs.has(character)).join('');
}

/** The Chinese characters in the interface, in the program's sentences and in the shipped data. */
export function used(root) {
  const found = new Set();
  for (const [folder, ending] of sources) {
    if (!existsSync(join(root, folder))) continue;
    for (const file of readdirSync(join(root, folder), { recursive: true })) {
      if (!ending.test(file) || file.includes('testdata')) continue;
      for (const character of readFileSync(join(root, folder, file), 'utf8').match(cjk) ?? []) found.add(character);
    }
  }
  return cjkSigns.slice(0, 33) + [...found].sort().join('');
}
