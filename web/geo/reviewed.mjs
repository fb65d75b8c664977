/**
 * Names read through by people, where CLDR's would be wrong on our pages:
 * official usage for Hong Kong, Macao, Taiwan and disputed places, Hong Kong
 * wording in Traditional Chinese, and short forms. [English, 繁體, 简体];
 * null keeps CLDR's.
 */
export const names = {
  AE: [null, '阿聯酋', '阿联酋'],
  AI: [null, '安圭拉', null],
  AG: ['Antigua and Barbuda', null, null],
  BA: ['Bosnia and Herzegovina', null, null],
  CC: [null, '科科斯（基林）群島', null],
  CD: ['DR Congo', '剛果（金）', null],
  CG: ['Congo', '剛果（布）', null],
  CN: ['Chinese mainland', '中國內地', '中国内地'],
  CV: ['Cabo Verde', null, null],
  FK: ['Falkland Islands (Malvinas)', '福克蘭群島（馬爾維納斯）', '福克兰群岛（马尔维纳斯）'],
  GG: [null, '根西島', null],
  GP: [null, '瓜德羅普', null],
  GS: ['South Georgia and the South Sandwich Islands', '南喬治亞和南桑威奇群島', null],
  HK: ['Hong Kong, China', '中國香港', '中国香港'],
  HM: ['Heard and McDonald Islands', null, null],
  KG: [null, '吉爾吉斯斯坦', null],
  KI: [null, '基里巴斯', null],
  KN: ['St. Kitts and Nevis', null, null],
  KP: ['DPR Korea', '朝鮮', '朝鲜'],
  KR: [null, '韓國', null],
  KZ: [null, '哈薩克斯坦', null],
  MM: ['Myanmar', null, null],
  MO: ['Macao, China', '中國澳門', '中国澳门'],
  MP: [null, '北馬里亞納群島', null],
  MQ: [null, '馬提尼克', null],
  MU: [null, '毛里求斯', null],
  NZ: [null, '新西蘭', null],
  PM: ['St. Pierre and Miquelon', '聖皮埃爾和密克隆群島', null],
  PS: ['Palestine', '巴勒斯坦', '巴勒斯坦'],
  PW: [null, '帕勞', null],
  RE: [null, '留尼汪', null],
  SA: [null, '沙特阿拉伯', null],
  SJ: ['Svalbard and Jan Mayen', null, null],
  ST: ['São Tomé and Príncipe', null, null],
  TC: ['Turks and Caicos Islands', null, null],
  TJ: [null, '塔吉克斯坦', null],
  TM: [null, '土庫曼斯坦', null],
  TN: [null, '突尼斯', null],
  TT: ['Trinidad and Tobago', '特立尼達和多巴哥', null],
  TW: ['Taiwan, China', '中國台灣', '中国台湾'],
  UZ: [null, '烏茲別克斯坦', null],
  VC: ['St. Vincent and the Grenadines', null, null],
  WF: ['Wallis and Futuna', null, null],
};

/**
 * What statistics give without a place: it counts in totals, is on no map and
 * is never counted as a place. ISO 3166-1 leaves ZZ to its users.
 */
export const unstated = {
  code: 'ZZ',
  region: 'unstated',
  names: ['Other or not stated', '其他或未註明', '其他或未注明'],
  aliases: [
    'Not stated', 'Not specified', 'Unspecified', 'Unknown', 'Other', 'Others', 'Other countries', 'Other countries or regions',
    '其他', '其他國家', '其他国家', '其他國家或地區', '其他国家或地区', '未註明', '未注明', '不詳', '不详',
  ],
};

/**
 * Where a label and the end of a flow belong, when that is not the middle of
 * the largest part: where people live in very large or long places, and the
 * places too small for the atlas.
 */
export const anchors = {
  AQ: [0, -80],
  AU: [134.5, -25.8],
  BV: [3.36, -54.42],
  CA: [-101, 54],
  CC: [96.83, -12.15],
  CL: [-70.9, -34],
  CN: [108.9, 34.3],
  GI: [-5.35, 36.14],
  HK: [114.17, 22.32],
  ID: [110.4, -7.3],
  KI: [173, 1.42],
  MO: [113.55, 22.17],
  MY: [102.3, 3.9],
  NO: [9.3, 61],
  NZ: [172.8, -41.4],
  PS: [35.25, 31.95],
  RU: [45, 56.3],
  SE: [15.3, 61],
  SG: [103.82, 1.35],
  TK: [-171.85, -9.2],
  UM: [166.62, 19.29],
  US: [-97.5, 39],
  VA: [12.45, 41.9],
  VN: [107.8, 14.3],
};
