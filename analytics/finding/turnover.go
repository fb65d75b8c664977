package finding

import (
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// leastTurn is the part of the partners that have to come or go before it is told.
const leastTurn = 0.01

var turnover = Read{Chart: "partner-turnover"}

// newPartners tells the partners that exchange students for the first time.
func newPartners() Rule {
	return Rule{
		ID: "new-partners", Kind: Changed, Subject: "mobility", Reads: []Read{turnover},
		Limits: map[string]float64{"least": 100 * leastTurn},
		Why: lang.Text{
			En:   "partners that exchanged students in the last whole year and in no year on record before it, where they are {least} % of the partners or more",
			Hant: "最近一個完整年份有交流學生往來、而在此之前從無記錄的夥伴院校，佔夥伴院校 {least}% 或以上",
			Hans: "最近一个完整年份有交流学生往来、而在此之前从无记录的伙伴院校，占伙伴院校 {least}% 或以上",
		},
		Find: func(in In) []Found {
			return turned(in, "new_partners", "new_partner_named", true,
				lang.Text{En: "{point} in {year}, {who} among them", Hant: "{year}{point}，包括{who}", Hans: "{year}{point}，包括{who}"},
				lang.Text{En: "{point} in {year}: {who}", Hant: "{year}{point}：{who}", Hans: "{year}{point}：{who}"},
				lang.Text{En: "{n} new exchange partners", Hant: "新增 {n} 所交流夥伴院校", Hans: "新增 {n} 所交流伙伴院校"},
				lang.Text{En: "One new exchange partner", Hant: "新增一所交流夥伴院校", Hans: "新增一所交流伙伴院校"})
		},
	}
}

// lostPartners tells the partners with whom exchange stopped.
func lostPartners() Rule {
	return Rule{
		ID: "lost-partners", Kind: Changed, Subject: "mobility", Reads: []Read{turnover},
		Limits: map[string]float64{"least": 100 * leastTurn},
		Why: lang.Text{
			En:   "partners that exchanged students in the year before the last whole year and none in it, where they are {least} % of the partners or more",
			Hant: "前一年有交流學生往來、而最近一個完整年份並無往來的夥伴院校，佔夥伴院校 {least}% 或以上",
			Hans: "前一年有交流学生往来、而最近一个完整年份并无往来的伙伴院校，占伙伴院校 {least}% 或以上",
		},
		Find: func(in In) []Found {
			return turned(in, "lost_partners", "lost_partner_named", false,
				lang.Text{En: "{point} in {year} after students the year before, {who} among them", Hant: "{year}{point}（前一年仍有往來），包括{who}", Hans: "{year}{point}（前一年仍有往来），包括{who}"},
				lang.Text{En: "{point} in {year} after students the year before: {who}", Hant: "{year}{point}（前一年仍有往來）：{who}", Hans: "{year}{point}（前一年仍有往来）：{who}"},
				lang.Text{En: "{n} partners exchanged nobody", Hant: "{n} 所夥伴院校沒有學生往來", Hans: "{n} 所伙伴院校没有学生往来"},
				lang.Text{En: "One partner exchanged nobody", Hant: "一所夥伴院校沒有學生往來", Hans: "一所伙伴院校没有学生往来"})
		},
	}
}

// newPlaces tells the countries and regions with which students are exchanged for the first time.
func newPlaces() Rule {
	return Rule{
		ID: "new-places", Kind: Changed, Subject: "mobility", Reads: []Read{turnover},
		Limits: map[string]float64{"least": 100 * leastTurn},
		Why: lang.Text{
			En:   "countries and regions with exchange students at a named partner in the last whole year and in no year on record before it, where they are {least} % of the partners or more",
			Hant: "最近一個完整年份與當地夥伴院校有交流學生往來、而在此之前從無記錄的國家及地區，相當於夥伴院校數目 {least}% 或以上",
			Hans: "最近一个完整年份与当地伙伴院校有交流学生往来、而在此之前从无记录的国家及地区，相当于伙伴院校数目 {least}% 或以上",
		},
		Find: func(in In) []Found {
			return turned(in, "new_places", "new_place_named", true,
				lang.Text{En: "{point} in {year}, {who} among them", Hant: "{year}{point}，包括{who}", Hans: "{year}{point}，包括{who}"},
				lang.Text{En: "{point} in {year}: {who}", Hant: "{year}{point}：{who}", Hans: "{year}{point}：{who}"},
				lang.Text{En: "{n} new countries and regions with exchange partners", Hant: "交流夥伴院校遍及 {n} 個新的國家及地區", Hans: "交流伙伴院校遍及 {n} 个新的国家及地区"},
				lang.Text{En: "One new country or region with an exchange partner", Hant: "新增一個設有交流夥伴院校的國家或地區", Hans: "新增一个设有交流伙伴院校的国家或地区"})
		},
	}
}

// turned tells how many came or went in the last whole year, and names one of them: the one with the most students.
func turned(in In, column, named string, came bool, some, one, many, single lang.Text) []Found {
	t := in.Tables[turnover]
	r := lastWhole(t)
	if r < 0 {
		return nil
	}
	n, known := t.Num(r, column)
	all := max(t.Value(r, "partners"), n)
	if !known || n == 0 || n/all < leastTurn {
		return nil
	}
	amount, sentence, point := moving(in.Lang, n), some, many
	if !came {
		amount = moving(in.Lang, -n)
	}
	if n == 1 {
		sentence, point = one, single
	}
	return []Found{{
		About: column, Sentence: sentence, Point: point, Amount: amount,
		Args:    lang.Args{"n": lang.Int(n), "who": lang.Place(in.Lang, t.Str(r, named)), "year": lang.InYear(in.Lang, t.Str(r, "academic_year_id"))},
		Numbers: []Number{in.cell(turnover, r, column), in.cell(turnover, r, "partners")},
		Size:    n / all, Base: all,
	}}
}

// lastWhole is the row of the last year that does not look incomplete; −1 where there is none.
func lastWhole(t *table.Table) int {
	for r := t.Len() - 1; r >= 0; r-- {
		if !incomplete(t, r) {
			return r
		}
	}
	return -1
}
