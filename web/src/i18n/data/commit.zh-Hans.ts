import type { TableLike } from '../messages';
import type { commitEn } from './commit.en';

export const commitZhHans: TableLike<typeof commitEn> = {
  'names.all': '所有名称均已辨认或作出决定。',
  'names.decided': '已决定',
  'names.decided.hint': '仍可更改或撤回，之后请重新检查。',
  'commit.why.confirm': '请先确认名称及简称。',
  'commit.why.rows': '没有任何行可显示，无法采用。',
  'commit.confirm': '以上无误',
  'commit.confirm.hint': '本页已尽量填写；请更正，或确认无误。',
  'commit.assumed': '假设：{what}。',
  'commit.nohome': '没有所在地，是整个网络',
  'commit.today': '数据截至导入当日',
  'commit.warn.home': '未注明所在地，但有些行区分来访与外访，无从得知以何处为准。',
  'commit.adds': { other: '加入 {n} 行' },
  'commit.removes': { other: '从{tables}移除 {n} 行' },
  'commit.tables': { other: ' {n} 个数据表' },
  'commit.changes': '画面变化：{what}。',
  'commit.same': '没有加入或移除任何行',
  'drop.replaces': '放入的文件会取代画面上的“{name}”。请把同一数据集的所有文件一并放入。',
  'drop.example': '画面上是程序附带的示例“{name}”。放入的文件会取代它；请把同一数据集的所有文件一并放入。',
  'add.files': '加入或取代文件',
  'add.all': '重新放入所有文件',
  'add.hint': '同名文件会被取代；名称、所在地、字段及决定均会保留。',
  'add.gone': '重新载入后本页不再持有文件，请选择所有文件；名称、所在地、字段及决定均会保留。',
  'map.own': '按上次检查的对应。请更正不对之处。',
  'facts.others': '另需由你说明',
};
