package analytics

import (
	"math"
	"strconv"
	"strings"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/metric"
	"meridian/analytics/table"
)

var (
	countedOnce = lang.Text{En: "Counted once each", Hant: "每個只計一次", Hans: "每个只计一次"}
	total       = lang.Text{En: "Total", Hant: "總計", Hans: "总计"}
)

func roleLabel(role metric.Role) lang.Text {
	switch role {
	case metric.Less:
		return lang.Text{En: "{fact}, subtracted", Hant: "{fact}（減去）", Hans: "{fact}（减去）"}
	case metric.Over:
		return lang.Text{En: "{fact}, what it is a share of", Hant: "{fact}（分母）", Hans: "{fact}（分母）"}
	default:
		return lang.Text{En: "{fact}", Hant: "{fact}", Hans: "{fact}"}
	}
}

// leftOut says why rows were left out.
func leftOut(reason string, l lang.Lang) string {
	said := map[string]lang.Text{
		reasonUndated:    {En: "Without a date", Hant: "沒有註明日期", Hans: "没有注明日期"},
		reasonMissing:    {En: "Without what is counted here: not stated in the row", Hant: "沒有註明此處所計的資料", Hans: "没有注明此处所计的数据"},
		reasonYears:      {En: "Other years than those chosen", Hant: "不在所選年份", Hans: "不在所选年份"},
		reasonDefinition: {En: "Not what this measure counts", Hant: "不屬此指標所計範圍", Hans: "不属此指标所计范围"},
		reasonOther:      {En: "Counted in other rows of the table, or in none it shows", Hant: "計入表中其他列，或不在表中列出", Hans: "计入表中其他行，或不在表中列出"},
		"place":          {En: "Other countries and regions than those chosen", Hant: "不在所選國家及地區", Hans: "不在所选国家及地区"},
		"region":         {En: "Other regions than those chosen", Hant: "不在所選地區", Hans: "不在所选地区"},
		"type":           {En: "Other types than those chosen", Hant: "不屬所選類別", Hans: "不属所选类别"},
		"faculty":        {En: "Other faculties than those chosen", Hant: "不屬所選學院", Hans: "不属所选学院"},
		"direction":      {En: "The other direction", Hant: "另一方向", Hans: "另一方向"},
		"evidence":       {En: "Other evidence than that chosen", Hant: "不屬所選證據等級", Hans: "不属所选证据等级"},
		"partner":        {En: "Other partners than those chosen", Hant: "不屬所選夥伴", Hans: "不属所选伙伴"},
	}
	return said[reason].In(l)
}

// said tells the filters of a question in words, one after another.
func (n *Network) said(f filter.Filter, named []Member, l lang.Lang) []string {
	out := []string{}
	if f.From != "" || f.To != "" {
		out = append(out, n.saidYears(f, l))
	}
	word := map[string]lang.Text{
		"place": {En: "Place: {what}", Hant: "地方：{what}", Hans: "地方：{what}"}, "region": {En: "Region: {what}", Hant: "地區：{what}", Hans: "地区：{what}"},
		"type": {En: "Type: {what}", Hant: "類別：{what}", Hans: "类别：{what}"}, "faculty": {En: "Faculty: {what}", Hant: "學院：{what}", Hans: "学院：{what}"},
		"direction": {En: "Direction: {what}", Hant: "方向：{what}", Hans: "方向：{what}"},
		"evidence":  {En: "Evidence: {what}", Hant: "證據等級：{what}", Hans: "证据等级：{what}"},
		"partner":   {En: "Partner: {what}", Hant: "夥伴：{what}", Hans: "伙伴：{what}"},
	}
	dimensions := n.Dimensions(l)
	for _, name := range filter.Names() {
		labels := []string(nil)
		switch {
		case name == "partner":
			for _, m := range named {
				labels = append(labels, m.Label)
			}
		case filter.Many(name):
			labels = dimensions.labels(name, list(f, name))
		}
		if len(labels) > 0 {
			out = append(out, word[name].With(l, lang.Args{"what": lang.List(l, labels)}))
		}
	}
	return out
}

func (n *Network) saidYears(f filter.Filter, l lang.Lang) string {
	word := lang.Text{En: "Academic years {years}", Hant: "學年：{years}", Hans: "学年：{years}"}
	if n.snapshot.Dataset().YearStartMonth == 1 {
		word = lang.Text{En: "Years {years}", Hant: "年份：{years}", Hans: "年份：{years}"}
	}
	return word.With(l, lang.Args{"years": period([]string{"from"}, f, n.Dimensions(l).Years)})
}

// written is a number as it is shown in a table: whole where it counts, with one decimal where it is a ratio.
func written(c table.Column, v float64, l lang.Lang) string {
	switch {
	case c.Type == "percent" || c.Type == "share":
		return lang.Percent(l, v)
	case c.Type == "float" && c.Unit == "" && v != math.Trunc(v):
		return grouped(v)
	default:
		return lang.Int(v)
	}
}

// grouped writes a number with thousands separators and one decimal.
func grouped(v float64) string {
	tenths := math.Round(math.Abs(v) * 10)
	text := lang.Int(math.Floor(tenths / 10))
	if rest := math.Mod(tenths, 10); rest > 0 {
		text += "." + strconv.Itoa(int(rest))
	}
	if v < 0 && tenths > 0 {
		return "−" + text
	}
	return text
}

// cells are the words of a row, as they are shown: what says which row it is.
func cells(t *table.Table, row int, l lang.Lang) []Cell {
	out := []Cell{}
	for i, c := range t.Columns {
		text, ok := t.Rows[row][i].(string)
		if !ok || c.Hidden || measure(c) || strings.TrimSpace(text) == "" {
			continue
		}
		switch c.Type {
		case "year":
			text = lang.Year(text)
		case "date":
			text = lang.Date(l, text)
		}
		out = append(out, Cell{Name: c.Name, Label: c.Label, Display: text})
	}
	return out
}
