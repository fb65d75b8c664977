import type { TableLike } from '../messages';
import type { commitEn } from './commit.en';

export const commitZhHant: TableLike<typeof commitEn> = {
  'names.all': '所有名稱均已辨認或作出決定。',
  'names.decided': '已決定',
  'names.decided.hint': '仍可更改或撤回，其後請重新檢查。',
  'commit.why.confirm': '請先確認名稱及簡稱。',
  'commit.why.rows': '沒有任何列可顯示，無法採用。',
  'commit.confirm': '以上無誤',
  'commit.confirm.hint': '本頁已盡量填寫；請更正，或確認無誤。',
  'commit.assumed': '假設：{what}。',
  'commit.nohome': '沒有本地，是整個網絡',
  'commit.today': '資料截至匯入當日',
  'commit.warn.home': '未註明本地，但有些列分來訪與外訪，無從得知以何處為準。',
  'commit.adds': { other: '加入 {n} 列' },
  'commit.removes': { other: '從{tables}移除 {n} 列' },
  'commit.tables': { other: ' {n} 個資料表' },
  'commit.changes': '畫面轉變：{what}。',
  'commit.same': '沒有加入或移除任何列',
  'drop.replaces': '放入的檔案會取代畫面上的「{name}」。請把同一數據集的所有檔案一併放入。',
  'drop.example': '畫面上是程式附帶的示例「{name}」。放入的檔案會取代它；請把同一數據集的所有檔案一併放入。',
  'add.files': '加入或取代檔案',
  'add.all': '重新放入所有檔案',
  'add.hint': '同名檔案會被取代；名稱、本地、欄位及決定均會保留。',
  'add.gone': '重新載入後本頁不再持有檔案，請選擇所有檔案；名稱、本地、欄位及決定均會保留。',
  'map.own': '按上次檢查的對應。請更正不對之處。',
  'facts.others': '另須由你說明',
};
