package finding

import (
	"math"
	"slices"
	"strconv"

	"meridian/analytics/lang"
	"meridian/analytics/trend"
)

// departure tells the latest whole year of a measure that lies far off the line through its whole years.
func departure(m measure) Rule {
	return Rule{
		ID: "departure-" + m.id, Kind: Changed, Subject: m.subject, Reads: []Read{m.read},
		Limits: map[string]float64{"years": trend.Fewest, "base": leastMoving},
		Why: lang.Text{
			En:   "a whole year lies far off the line through the whole years, {years} or more: by more than 3.5 times the spread about it and more than a tenth of its height; the year or the line is {base} or more",
			Hant: "在 {years} 個或以上的完整年份中，某一年遠離趨勢線：偏離超過其離散程度的 3.5 倍，且超過線上數值的十分之一；該年或線上數值不少於 {base}",
			Hans: "在 {years} 个或以上的完整年份中，某一年远离趋势线：偏离超过其离散程度的 3.5 倍，且超过线上数值的十分之一；该年或线上数值不少于 {base}",
		},
		Find: func(in In) []Found { return departed(in, m) },
	}
}

func departed(in In, m measure) []Found {
	course, off := whole(in.course(m)), farOff(in.course(m))
	if len(off) == 0 {
		return nil
	}
	at := course[off[len(off)-1]]
	x, y := line(course)
	fit, ok := trend.TheilSen(x, y)
	if !ok {
		return nil
	}
	expected := math.Round(fit.At(x[off[len(off)-1]]))
	apart, larger := at.value-expected, max(at.value, math.Abs(expected))
	if larger < leastMoving || expected <= 0 || apart == 0 {
		return nil
	}
	var rows []int
	for _, s := range course {
		rows = append(rows, s.row)
	}
	return []Found{{
		About: m.id + " departure", Amount: moving(in.Lang, apart), Size: math.Min(math.Abs(apart)/larger, 1), Base: larger,
		Sentence: lang.Text{
			En: "{name} in {year}: {point}, far off the line of {years} years, which is at {expected}", Hant: "{year}{name}為{point}，遠離 {years} 年趨勢線上的 {expected} {unit}", Hans: "{year}{name}为{point}，远离 {years} 年趋势线上的 {expected} {unit}",
		},
		Point: lang.Text{En: "{n}", Hant: " {n} {unit}", Hans: " {n} {unit}"},
		Args: lang.Args{"name": m.called(in), "n": lang.Int(at.value), "expected": lang.Int(expected), "unit": m.unit.In(in.Lang),
			"year": lang.InYear(in.Lang, at.year), "years": strconv.Itoa(len(course))},
		Numbers: []Number{in.cell(m.read, at.row, m.column),
			in.summed(m.read, lang.Text{En: "On the line", Hant: "趨勢線上", Hans: "趋势线上"}, expected, m.column, rows...)},
	}}
}

// whole keeps the whole years of a course.
func whole(course []spot) []spot {
	return slices.DeleteFunc(slices.Clone(course), func(s spot) bool { return !s.whole })
}

// farOff lists the whole years of a course, by their place among them, that lie far off its line.
func farOff(course []spot) []int {
	x, y := line(whole(course))
	return trend.FarOff(x, y)
}

// line gives a course as numbers: the calendar years its years begin in, and its values.
func line(course []spot) (x, y []float64) {
	for _, s := range course {
		year, err := strconv.ParseFloat(s.year[:min(4, len(s.year))], 64)
		if err != nil {
			return nil, nil
		}
		x, y = append(x, year), append(y, s.value)
	}
	return x, y
}

// interrupted tells whether one of two years lies far off the line of a course: what moved between them is no trend.
func interrupted(course []spot, years ...string) bool {
	all := whole(course)
	return slices.ContainsFunc(farOff(course), func(i int) bool { return slices.Contains(years, all[i].year) })
}
