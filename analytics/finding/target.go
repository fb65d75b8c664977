package finding

import (
	"cmp"
	"slices"
	"strconv"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// furthest is how many missed targets are told, the furthest first.
const furthest = 3

// missedTargets tells the targets of the last whole year that were not reached.
func missedTargets() Rule {
	read := Read{Chart: "target-attainment"}
	return Rule{
		ID: "off-target", Kind: Attention, Subject: "mobility", Reads: []Read{read},
		Limits: map[string]float64{"few": furthest},
		Why: lang.Text{
			En:   "targets of the last whole year that has any, of which less was reached than was aimed at; the {few} furthest from it",
			Hant: "最近一個設有目標的完整年份中未達標的項目，列出相差最遠的 {few} 項",
			Hans: "最近一个设有目标的完整年份中未达标的项目，列出相差最远的 {few} 项",
		},
		Find: func(in In) []Found { return missed(in, read) },
	}
}

func missed(in In, read Read) []Found {
	t := in.Tables[read]
	var rows []int
	last := ""
	for r := range t.Rows {
		year := t.Str(r, "academic_year_id")
		if _, reached, aim := reachedOf(t, r); reached < 0 || aim <= 0 || incomplete(t, r) || !in.Whole(year) || year < last {
			continue
		}
		if year > last {
			last, rows = year, nil
		}
		rows = append(rows, r)
	}
	rows = slices.DeleteFunc(rows, func(r int) bool { _, reached, aim := reachedOf(t, r); return reached >= aim })
	slices.SortStableFunc(rows, func(a, b int) int {
		_, reachedA, aimA := reachedOf(t, a)
		_, reachedB, aimB := reachedOf(t, b)
		return cmp.Compare(reachedA/aimA, reachedB/aimB)
	})
	var found []Found
	for _, r := range rows[:min(furthest, len(rows))] {
		found = append(found, short(in, read, r))
	}
	return found
}

// reachedOf gives what was reached, and in which column it stands, and what was aimed at; reached is −1 where it is not known.
func reachedOf(t *table.Table, r int) (column string, reached, aim float64) {
	aim = t.Value(r, "aim")
	for _, column := range []string{"actual_people", "actual_count"} {
		if v, known := t.Num(r, column); known {
			return column, v, aim
		}
	}
	return "", -1, aim
}

func short(in In, read Read, r int) Found {
	t := in.Tables[read]
	column, reached, aim := reachedOf(t, r)
	where := cmp.Or(t.Str(r, "place"), t.Str(r, "region_name"))
	sentence := lang.Text{En: "{what}: {point} in {year}", Hant: "{year}{what}：{point}", Hans: "{year}{what}：{point}"}
	if where != "" {
		sentence = lang.Text{En: "{what}, {where}: {point} in {year}", Hant: "{year}{what}（{where}）：{point}", Hans: "{year}{what}（{where}）：{point}"}
	}
	return Found{
		About: "target " + t.Str(r, "target_metric") + " " + where, Sentence: sentence, Amount: moving(in.Lang, reached-aim),
		Point: lang.Text{En: "{reached} of the {aim} aimed at", Hant: "目標 {aim}，達到 {reached}", Hans: "目标 {aim}，达到 {reached}"},
		Args: lang.Args{"what": t.Str(r, "target_name"), "where": where, "reached": lang.Int(reached), "aim": strconv.FormatFloat(aim, 'f', -1, 64),
			"year": lang.InYear(in.Lang, t.Str(r, "academic_year_id"))},
		Numbers: []Number{in.cell(read, r, column), in.cell(read, r, "aim")},
		Size:    (aim - reached) / aim, Base: aim,
	}
}
