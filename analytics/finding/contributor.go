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

// dimension is what a movement is taken apart by.
type dimension struct {
	id, column, name string // of the rule; of the answer: the code, and what it is called
	unstated         string // the code of what is not stated: it is counted, and never named
	read             Read
	why              lang.Text
	first            lang.Text // why one stands out where others moved the other way
}

func dimensions() []dimension {
	return []dimension{
		{"region", "region", "region_name", "unstated", Read{Chart: "mobility-regions"}, lang.Text{
			En:   "one region alone accounts for {part} % or more of a change of {fewest} students or more against the year before, and no other region has as much",
			Hant: "與前一年相比的變動達 {fewest} 人或以上，而單一地區佔其中 {part}% 或以上，且高於其他任何地區",
			Hans: "与前一年相比的变动达 {fewest} 人或以上，而单一地区占其中 {part}% 或以上，且高于其他任何地区",
		}, lang.Text{
			En: "{who} accounts for {point} in {year}, more than any other region", Hant: "{year}{who}{point}，為各地區之冠", Hans: "{year}{who}{point}，为各地区之首",
		}},
		{"place", "country_code", "place", "ZZ", Read{Chart: "mobility-balance", Metric: "exchange_by_place"}, lang.Text{
			En:   "one country or region alone accounts for {part} % or more of a change of {fewest} students or more against the year before, and no other has as much",
			Hant: "與前一年相比的變動達 {fewest} 人或以上，而單一國家或地區佔其中 {part}% 或以上，且高於其他任何國家或地區",
			Hans: "与前一年相比的变动达 {fewest} 人或以上，而单一国家或地区占其中 {part}% 或以上，且高于其他任何国家或地区",
		}, lang.Text{
			En: "{who} accounts for {point} in {year}, more than any other country or region", Hant: "{year}{who}{point}，為各國家及地區之冠", Hans: "{year}{who}{point}，为各国家及地区之首",
		}},
		{"faculty", "faculty", "faculty_name", "", Read{Chart: "faculty-benchmark", Metric: "exchange_by_faculty"}, lang.Text{
			En:   "one faculty alone accounts for {part} % or more of a change of {fewest} students or more against the year before, and no other faculty has as much",
			Hant: "與前一年相比的變動達 {fewest} 人或以上，而單一學院佔其中 {part}% 或以上，且高於其他任何學院",
			Hans: "与前一年相比的变动达 {fewest} 人或以上，而单一学院占其中 {part}% 或以上，且高于其他任何学院",
		}, lang.Text{
			En: "{who} accounts for {point} in {year}, more than any other faculty", Hant: "{year}{who}{point}，為各學院之冠", Hans: "{year}{who}{point}，为各学院之首",
		}},
	}
}

// contributors name the region, the place and the faculty that account for most of the movement of students in one direction.
func contributors() []Rule {
	trend := Read{Chart: "mobility-trend"}
	var rules []Rule
	for _, d := range dimensions() {
		for _, direction := range []string{"outbound", "inbound"} {
			rules = append(rules, Rule{
				ID: d.id + "-" + direction, Kind: Changed, Subject: "mobility", Reads: []Read{d.read, trend}, Why: d.why,
				Limits: map[string]float64{"part": 100 * mainPart, "fewest": fewestPart},
				Find:   func(in In) []Found { return mainPartOf(in, d, trend, direction) },
			})
		}
	}
	return rules
}

// part is what one region, place or faculty adds to a movement.
type part struct {
	code, name  string
	by          float64
	now, before int // rows
}

func mainPartOf(in In, d dimension, trend Read, direction string) []Found {
	m := measure{read: trend, column: "participants", where: map[string]string{"direction": direction}}
	now, before, ok := lastTwo(in.course(m))
	if !ok {
		return nil
	}
	total := now.value - before.value
	parts, sum, against := in.parts(d, direction, before.year, now.year, math.Signbit(total))
	if len(parts) < 2 || math.Abs(total) < fewestPart || sum != total {
		return nil
	}
	most, next := foremost(parts, math.Signbit(total))
	if most.name == "" || most.code == d.unstated || math.Abs(most.by) < mainPart*math.Abs(total) || math.Abs(most.by) == math.Abs(next) {
		return nil
	}
	sentence, point := partWords(d, direction, total > 0, against)
	return []Found{{
		About: direction + " " + most.name, Sentence: sentence, Point: point, Amount: moving(in.Lang, most.by),
		Args: lang.Args{
			"who": lang.Capital(lang.Place(in.Lang, most.name)), "n": lang.Int(math.Abs(most.by)), "total": lang.Int(math.Abs(total)),
			"year": lang.InYear(in.Lang, now.year), "coming": coming(in),
		},
		Numbers: append(in.ends(d, direction, most), in.cell(trend, now.row, "participants"), in.cell(trend, before.row, "participants")),
		Size:    math.Abs(most.by) / max(now.value, before.value), Base: max(now.value, before.value),
	}}
}

// ends are the two numbers of a part: cells of the chart, or where the chart does not draw them, numbers without a cell.
func (in In) ends(d dimension, direction string, p part) []Number {
	now, before := in.cell(d.read, p.now, direction), in.cell(d.read, p.before, direction)
	if d.read.Metric != "" {
		now.Row, before.Row = -1, -1
	}
	return []Number{now, before}
}

// parts lists what each adds, their sum, and whether any moved the other way.
func (in In) parts(d dimension, direction, before, now string, falls bool) (parts []part, sum float64, against bool) {
	t := in.Tables[d.read]
	for r := range t.Rows {
		if t.Str(r, "academic_year_id") != now {
			continue
		}
		b := t.Find(map[string]string{"academic_year_id": before, d.column: t.Str(r, d.column)})
		if b < 0 {
			return nil, 0, false
		}
		by := t.Value(r, direction) - t.Value(b, direction)
		sum += by
		against = against || by != 0 && math.Signbit(by) != falls
		parts = append(parts, part{t.Str(r, d.column), t.Str(r, d.name), by, r, b})
	}
	return parts, sum, against
}

// foremost is the part that moved furthest in a direction, and how far the next one did.
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
