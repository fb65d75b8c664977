package finding

import (
	"math"

	"meridian/analytics/lang"
)

// The part of a movement that a region has to account for, and the smallest movement in students that is taken apart.
const (
	mainPart   = 0.4
	fewestPart = 10
)

// contributor names the region that accounts for most of the movement of students in one direction.
func contributor(direction string) Rule {
	trend, regions := Read{Chart: "mobility-trend"}, Read{Chart: "mobility-regions"}
	return Rule{
		ID: "region-" + direction, Kind: Changed, Subject: "mobility", Reads: []Read{regions, trend},
		Limits: map[string]float64{"part": 100 * mainPart, "fewest": fewestPart},
		Why: lang.Text{
			En:   "one region alone accounts for {part} % or more of a change of {fewest} students or more against the year before, and no other region has as much",
			Hant: "與前一年相比的變動達 {fewest} 人或以上，而單一地區佔其中 {part}% 或以上，且高於其他任何地區",
			Hans: "与前一年相比的变动达 {fewest} 人或以上，而单一地区占其中 {part}% 或以上，且高于其他任何地区",
		},
		Find: func(in In) []Found { return mainRegion(in, regions, trend, direction) },
	}
}

// part is what one region adds to a movement.
type part struct {
	name        string
	by          float64
	now, before int // rows
}

func mainRegion(in In, regions, trend Read, direction string) []Found {
	m := measure{read: trend, column: "participants", where: map[string]string{"direction": direction}}
	now, before, ok := lastTwo(in.course(m))
	if !ok {
		return nil
	}
	total := now.value - before.value
	parts, sum, against := in.parts(regions, direction, before.year, now.year, math.Signbit(total))
	if len(parts) < 2 || math.Abs(total) < fewestPart || sum != total {
		return nil
	}
	most, next := foremost(parts, math.Signbit(total))
	if most.name == "" || math.Abs(most.by) < mainPart*math.Abs(total) || math.Abs(most.by) == math.Abs(next) {
		return nil
	}
	sentence, point := partWords(direction, total > 0, against)
	return []Found{{
		About: "region " + direction, Sentence: sentence, Point: point, Amount: moving(in.Lang, most.by),
		Args: lang.Args{
			"region": lang.Capital(lang.Place(in.Lang, most.name)), "n": lang.Int(math.Abs(most.by)), "total": lang.Int(math.Abs(total)),
			"year": lang.InYear(in.Lang, now.year), "coming": coming(in),
		},
		Numbers: []Number{in.cell(regions, most.now, direction), in.cell(regions, most.before, direction),
			in.cell(trend, now.row, "participants"), in.cell(trend, before.row, "participants")},
		Size: math.Abs(most.by) / max(now.value, before.value), Base: max(now.value, before.value),
	}}
}

// parts lists what each region adds, their sum, and whether any moved the other way.
func (in In) parts(read Read, direction, before, now string, falls bool) (parts []part, sum float64, against bool) {
	t := in.Tables[read]
	for r := range t.Rows {
		if t.Str(r, "academic_year_id") != now {
			continue
		}
		b := t.Find(map[string]string{"academic_year_id": before, "region": t.Str(r, "region")})
		if b < 0 {
			return nil, 0, false
		}
		by := t.Value(r, direction) - t.Value(b, direction)
		sum += by
		against = against || by != 0 && math.Signbit(by) != falls
		parts = append(parts, part{t.Str(r, "region_name"), by, r, b})
	}
	return parts, sum, against
}

// foremost is the region that moved furthest in a direction, and how far the next one did.
func foremost(parts []part, falls bool) (most part, next float64) {
	for _, p := range parts {
		switch {
		case p.by == 0 || math.Signbit(p.by) != falls:
		case math.Abs(p.by) > math.Abs(most.by):
			most, next = p, most.by
		case math.Abs(p.by) > math.Abs(next):
			next = p.by
		}
	}
	return most, next
}

func partWords(direction string, more, against bool) (sentence, point lang.Text) {
	words := map[string][2]lang.Text{
		"outbound true": {
			{En: "{n} of the {total} more outbound students", Hant: "外訪學生增加 {total} 人，其中 {n} 人", Hans: "派出学生增加 {total} 人，其中 {n} 人"},
			{En: "{n} more outbound students", Hant: "外訪學生增加 {n} 人", Hans: "派出学生增加 {n} 人"}},
		"outbound false": {
			{En: "{n} of the {total} fewer outbound students", Hant: "外訪學生減少 {total} 人，其中 {n} 人", Hans: "派出学生减少 {total} 人，其中 {n} 人"},
			{En: "{n} fewer outbound students", Hant: "外訪學生減少 {n} 人", Hans: "派出学生减少 {n} 人"}},
		"inbound true": {
			{En: "{n} of the {total} more inbound students", Hant: "{coming}學生增加 {total} 人，其中 {n} 人", Hans: "{coming}学生增加 {total} 人，其中 {n} 人"},
			{En: "{n} more inbound students", Hant: "{coming}學生增加 {n} 人", Hans: "{coming}学生增加 {n} 人"}},
		"inbound false": {
			{En: "{n} of the {total} fewer inbound students", Hant: "{coming}學生減少 {total} 人，其中 {n} 人", Hans: "{coming}学生减少 {total} 人，其中 {n} 人"},
			{En: "{n} fewer inbound students", Hant: "{coming}學生減少 {n} 人", Hans: "{coming}学生减少 {n} 人"}},
	}
	key := direction + " false"
	if more {
		key = direction + " true"
	}
	if against {
		return lang.Text{
			En: "{region} accounts for {point} in {year}, more than any other region", Hant: "{year}{region}{point}，為各地區之冠", Hans: "{year}{region}{point}，为各地区之首",
		}, words[key][1]
	}
	return lang.Text{En: "{region} accounts for {point} in {year}", Hant: "{year}{point}來自{region}的變動", Hans: "{year}{point}来自{region}的变动"}, words[key][0]
}

// coming is what the Chinese texts call students who arrive: 來港 says where, and is right in Hong Kong alone.
func coming(in In) string {
	if in.Home == "HK" {
		return lang.Text{En: "inbound", Hant: "來港", Hans: "来港"}.In(in.Lang)
	}
	return lang.Text{En: "inbound", Hant: "來訪", Hans: "来访"}.In(in.Lang)
}
