package analytics

import (
	"meridian/analytics/disclose"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// Rules are the modes that numbers of people are shown in where nobody asks for another, by what an answer is for.
type Rules struct {
	Screen disclose.Mode `json:"screen"` // pages, and answers they are made from
	Files  disclose.Mode `json:"files"`  // pictures and tables, which may leave the house
}

// Rules gives the modes that the data set's owner chose.
func (n *Network) Rules() Rules {
	d := n.snapshot.Dataset()
	return Rules{Screen: disclose.Mode(d.ScreenDisclosure), Files: disclose.Mode(d.FilesDisclosure)}
}

// AtLeast raises rules to a least strict mode.
func (r Rules) AtLeast(least disclose.Mode) Rules {
	return Rules{Screen: disclose.Strictest(r.Screen, least), Files: disclose.Strictest(r.Files, least)}
}

// said are a rule's words: a sentence for a foot, and a few for a cell.
type said struct{ sentence, brief lang.Text }

// disclosed says in words which rule the numbers of an answer were shown by; nothing where it counts no people. Exact
// numbers are worth a word where files of this data set do not have them.
func (n *Network) disclosed(columns []table.Column, mode disclose.Mode) (said, bool) {
	if !disclose.Covers(columns) || mode == disclose.Off && n.Rules().Files == disclose.Off {
		return said{}, false
	}
	words, known := ruleWords[mode]
	return words, known
}

// ruled says in a column of a file which rule its numbers of people were shown by: a line above the heading would be
// no part of a table.
func (n *Network) ruled(t *table.Table, mode disclose.Mode, l lang.Lang) []table.Origin {
	words, any := n.disclosed(t.Columns, mode)
	if !any {
		return nil
	}
	column := table.Origin{Label: lang.Text{En: "Numbers of people", Hant: "人數披露規則", Hans: "人数披露规则"}.In(l)}
	for range t.Rows {
		column.Cells = append(column.Cells, words.brief.In(l))
	}
	return []table.Origin{column}
}

var ruleWords = map[disclose.Mode]said{
	disclose.Off: {
		lang.Text{En: "Exact numbers of people, for internal use.", Hant: "確實人數，僅供內部使用。", Hans: "确切人数，仅供内部使用。"},
		lang.Text{En: "exact, for internal use", Hant: "確實數字，僅供內部使用", Hans: "确切数字，仅供内部使用"},
	},
	disclose.HESA: {
		lang.Text{
			En:   "Numbers of people are rounded to the nearest 5 (HESA Standard Rounding); “..” is too few people to show.",
			Hant: "人數取至最接近的 5 的倍數（HESA 標準取整）；「..」表示人數太少，不予顯示。",
			Hans: "人数取至最接近的 5 的倍数（HESA 标准取整）；“..”表示人数太少，不予显示。",
		},
		lang.Text{En: "rounded to the nearest 5 (HESA)", Hant: "取至最接近的 5 的倍數（HESA）", Hans: "取至最接近的 5 的倍数（HESA）"},
	},
	disclose.Threshold: {
		lang.Text{
			En:   "Numbers of people are rounded down to multiples of 5; “<5” is one to four people, “..” is withheld so that no other number gives them away.",
			Hant: "人數向下取至 5 的倍數；「<5」表示一至四人，「..」不予顯示，以免其他數字透露這些人數。",
			Hans: "人数向下取至 5 的倍数；“<5”表示一至四人，“..”不予显示，以免其他数字透露这些人数。",
		},
		lang.Text{En: "rounded down to multiples of 5, one to four as <5", Hant: "向下取至 5 的倍數，一至四人作 <5", Hans: "向下取至 5 的倍数，一至四人作 <5"},
	},
}
