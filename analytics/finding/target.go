package finding

import "meridian/analytics/lang"

// shortOfTarget tells a direction whose last whole year stayed below its target.
func shortOfTarget(direction string) Rule {
	trend := Read{Chart: "mobility-trend"}
	return Rule{
		ID: "target-" + direction, Kind: Attention, Subject: "mobility", Reads: []Read{trend},
		Why: lang.Text{
			En:   "students in the last whole year are fewer than the target set for it",
			Hant: "最近一個完整年份的學生人數低於該年目標",
			Hans: "最近一个完整年份的学生人数低于该年目标",
		},
		Find: func(in In) []Found { return short(in, trend, direction) },
	}
}

func short(in In, read Read, direction string) []Found {
	t := in.Tables[read]
	r := -1
	for i := range t.Rows {
		if t.Str(i, "direction") == direction && !incomplete(t, i) {
			r = i
		}
	}
	if r < 0 {
		return nil
	}
	target, aimed := t.Num(r, "target")
	reached, known := t.Num(r, "participants")
	if !aimed || !known || target <= 0 || reached >= target {
		return nil
	}
	sentence := lang.Text{En: "Outbound exchange is {point} in {year}: {reached} students", Hant: "{year}外訪學生 {reached} 人，{point}", Hans: "{year}派出学生 {reached} 人，{point}"}
	if direction == "inbound" {
		sentence = lang.Text{En: "Inbound exchange is {point} in {year}: {reached} students", Hant: "{year}{coming}學生 {reached} 人，{point}", Hans: "{year}{coming}学生 {reached} 人，{point}"}
	}
	return []Found{{
		About: "target " + direction, Sentence: sentence, Amount: moving(in.Lang, reached-target),
		Point: lang.Text{En: "{n} short of the target of {target}", Hant: "較目標 {target} 人少 {n} 人", Hans: "较目标 {target} 人少 {n} 人"},
		Args: lang.Args{"n": lang.Int(target - reached), "target": lang.Int(target), "reached": lang.Int(reached),
			"year": lang.InYear(in.Lang, t.Str(r, "academic_year_id")), "coming": coming(in)},
		Numbers: []Number{in.cell(read, r, "participants"), in.cell(read, r, "target")},
		Size:    (target - reached) / target, Base: target,
	}}
}
