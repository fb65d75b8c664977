package chart

import (
	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// KeptBack makes a drawing fit for a table some of whose cells are withheld: their marks are gaps, and where a withheld
// cell was read as nought, what is said of the numbers gives way to a sentence that says so.
func (d Drawing) KeptBack(t *table.Table, l lang.Lang) Drawing {
	if len(t.Withheld) == 0 {
		return d
	}
	rows := map[int]bool{}
	for _, w := range t.Withheld {
		rows[w.Row] = true
	}
	plain := generic(d.Option)
	leaveGaps(plain, rows)
	d.Option, _ = plain.(map[string]any)
	if t.Misread() {
		d.Finding = finding.Finding{}
		d.Summary = lang.Text{
			En:   "Some numbers are not shown because few people stand behind them; the table says which.",
			Hant: "部分數字因所涉人數太少而不予顯示，詳見表格。",
			Hans: "部分数字因所涉人数太少而不予显示，详见表格。",
		}.In(l)
	}
	return d
}

// leaveGaps takes the marks out that stand for a withheld cell: those of its row whose number is nought.
func leaveGaps(node any, rows map[int]bool) {
	switch v := node.(type) {
	case []any:
		for _, child := range v {
			leaveGaps(child, rows)
		}
	case map[string]any:
		if r, of := v["row"].(float64); of && rows[int(r)] {
			leaveGap(v)
		}
		for _, child := range v {
			leaveGaps(child, rows)
		}
	}
}

func leaveGap(mark map[string]any) {
	switch value := mark["value"].(type) {
	case float64:
		if value != 0 {
			return
		}
		mark["value"] = "-"
	case []any:
		if !isNought(value) {
			return
		}
		blank := make([]any, len(value))
		for i := range blank {
			blank[i] = "-"
		}
		mark["value"] = blank
	default:
		return
	}
	delete(mark, "title")
	mark["label"] = map[string]any{"show": false}
	if _, line := mark["coords"]; line { // it is drawn by its ends, whatever its value
		mark["lineStyle"] = map[string]any{"opacity": 0}
	}
}

// isNought tells whether the number a point stands for is nought: either one of two, the last of more, which are where
// it stands.
func isNought(value []any) bool {
	if len(value) == 0 {
		return false
	}
	return value[len(value)-1] == 0.0 || len(value) == 2 && value[0] == 0.0
}
