package finding

import (
	"math"
	"strconv"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// measure is a yearly number that leaders follow.
type measure struct {
	id, subject string
	read        Read
	column      string
	where       map[string]string
	name        lang.Text // begins a sentence
	abroad      lang.Text // the name where home is not Hong Kong; empty where it is the same
	unit        lang.Text
	own         bool // its years have to be over as well; of others their rows say all
}

// The smallest movement that is told, as a part of the larger of the two years; how many that year has at least; and the
// number of years that make a record.
const (
	leastMove   = 0.02
	leastMoving = 10
	recordYears = 5
)

func measures() []measure {
	trend, works := Read{Chart: "mobility-trend"}, Read{Chart: "copublication-trend"}
	overseas := map[string]string{"grouping": "overseas", "direction": "outbound"}
	return []measure{
		{id: "outbound", subject: "mobility", read: trend, column: "participants", where: map[string]string{"direction": "outbound"},
			name: lang.Text{En: "Outbound exchange", Hant: "外訪交流學生", Hans: "派出交流学生"}, unit: people()},
		{id: "inbound", subject: "mobility", read: trend, column: "participants", where: map[string]string{"direction": "inbound"},
			name: lang.Text{En: "Inbound exchange", Hant: "來港交流學生", Hans: "来港交流学生"}, unit: people(),
			abroad: lang.Text{En: "Inbound exchange", Hant: "來訪交流學生", Hans: "来访交流学生"}},
		{id: "projects", subject: "collaboration", read: Read{Chart: "projects-by-type"}, column: "year_projects", own: true,
			name: lang.Text{En: "New projects", Hant: "新開展的合作項目", Hans: "新开展的合作项目"}, unit: lang.Text{En: "projects", Hant: "項", Hans: "项"}},
		{id: "partners", subject: "mobility", read: Read{KPI: "exchange-partners"}, column: "partners", where: overseas,
			name:   lang.Text{En: "Overseas partners that students were sent to", Hant: "派出學生前往的海外夥伴院校", Hans: "派出学生前往的海外伙伴院校"},
			abroad: lang.Text{En: "Partners that students were sent to", Hant: "派出學生前往的夥伴院校", Hans: "派出学生前往的伙伴院校"},
			unit:   lang.Text{En: "partners", Hant: "所", Hans: "所"}},
		{id: "places", subject: "mobility", read: Read{KPI: "exchange-places"}, column: "places", where: overseas,
			name:   lang.Text{En: "Overseas destinations", Hant: "外訪學生所到的海外國家及地區", Hans: "派出学生所到的海外国家及地区"},
			abroad: lang.Text{En: "Destinations", Hant: "外訪學生所到的國家及地區", Hans: "派出学生所到的国家及地区"},
			unit:   lang.Text{En: "countries and regions", Hant: "個", Hans: "个"}},
		{id: "flows", subject: "mobility", read: Read{Chart: "flow-trend"}, column: "moved",
			name: lang.Text{En: "People moving between places", Hant: "各地之間的流動人數", Hans: "各地之间的流动人数"}, unit: lang.Text{En: "people", Hant: "人", Hans: "人"}},
		{id: "works", subject: "collaboration", read: works, column: "works",
			name: lang.Text{En: "Joint works by pair", Hant: "合著作品", Hans: "合著作品"}, unit: lang.Text{En: "works by pair", Hant: "篇次", Hans: "篇次"}},
	}
}

func movement(m measure) Rule {
	return Rule{
		ID: "moved-" + m.id, Kind: Changed, Subject: m.subject, Reads: []Read{m.read},
		Limits: map[string]float64{"least": 100 * leastMove, "base": leastMoving, "years": recordYears},
		Why: lang.Text{
			En:   "the last whole year differs from the year before by {least} % or more, and the larger of the two is {base} or more; neither of the two lies far off the line of all years; it is a record where it is above, or below, every year of the last {years} or more",
			Hant: "最近一個完整年份與前一年相差 {least}% 或以上，且較大者不少於 {base}，兩年均沒有遠離歷年趨勢線；若高於（或低於）最近 {years} 年或以上的每一年，即為紀錄",
			Hans: "最近一个完整年份与前一年相差 {least}% 或以上，且较大者不少于 {base}，两年均没有远离历年趋势线；若高于（或低于）最近 {years} 年或以上的每一年，即为纪录",
		},
		Find: func(in In) []Found { return moved(in, m) },
	}
}

func moved(in In, m measure) []Found {
	course := in.course(m)
	now, before, ok := lastTwo(course)
	if !ok {
		return nil
	}
	by, larger := now.value-before.value, max(now.value, before.value)
	if by == 0 || larger < leastMoving || math.Abs(by)/larger < leastMove {
		return nil
	}
	if interrupted(course, now.year, before.year) {
		return nil // the year that lies far off is told by itself
	}
	record := recordOf(course, by > 0)
	sentence, point := movedWords(by > 0, record >= recordYears)
	return []Found{{
		About: m.id, Sentence: sentence, Point: point, Amount: moving(in.Lang, by),
		Args: lang.Args{
			"name": m.called(in), "by": lang.Int(math.Abs(by)), "now": lang.Int(now.value), "unit": m.unit.In(in.Lang),
			"year": lang.InYear(in.Lang, now.year), "years": strconv.Itoa(record),
		},
		Numbers: []Number{in.cell(m.read, now.row, m.column), in.cell(m.read, before.row, m.column)},
		Size:    math.Abs(by) / larger, Base: larger,
	}}
}

// called is the measure's name in the reader's language.
func (m measure) called(in In) string {
	if in.Home != "HK" && m.abroad.Complete() {
		return m.abroad.In(in.Lang)
	}
	return m.name.In(in.Lang)
}

func movedWords(rose, record bool) (sentence, point lang.Text) {
	sentence = lang.Text{En: "{name} {point} to {now} in {year}", Hant: "{year}{name}{point}，達 {now} {unit}", Hans: "{year}{name}{point}，达 {now} {unit}"}
	point = lang.Text{En: "rose by {by}", Hant: "增加 {by} {unit}", Hans: "增加 {by} {unit}"}
	switch {
	case rose && record:
		sentence = lang.Text{
			En: "{name} {point} to {now} in {year}, the most in {years} years", Hant: "{year}{name}{point}，達 {now} {unit}，為 {years} 年來最多", Hans: "{year}{name}{point}，达 {now} {unit}，为 {years} 年来最多",
		}
	case record:
		sentence = lang.Text{
			En: "{name} {point} to {now} in {year}, the fewest in {years} years", Hant: "{year}{name}{point}，為 {now} {unit}，是 {years} 年來最少", Hans: "{year}{name}{point}，为 {now} {unit}，是 {years} 年来最少",
		}
	case !rose:
		sentence = lang.Text{En: sentence.En, Hant: "{year}{name}{point}，為 {now} {unit}", Hans: "{year}{name}{point}，为 {now} {unit}"}
	}
	if !rose {
		point = lang.Text{En: "fell by {by}", Hant: "減少 {by} {unit}", Hans: "减少 {by} {unit}"}
	}
	return sentence, point
}

// spot is one year of a measure.
type spot struct {
	year  string
	value float64 // whole, as it is written
	row   int
	whole bool
}

// course gives a measure year by year, the earliest first.
func (in In) course(m measure) []spot {
	t := in.Tables[m.read]
	var out []spot
	for r := range t.Rows {
		v, known := t.Num(r, m.column)
		year := t.Str(r, "academic_year_id")
		if !known || !t.Matches(r, m.where) || len(out) > 0 && out[len(out)-1].year == year {
			continue
		}
		whole := !incomplete(t, r) && (!m.own || in.Whole(year))
		out = append(out, spot{year, math.Round(v), r, whole})
	}
	return out
}

func incomplete(t *table.Table, r int) bool {
	return has(t, "incomplete") && t.Str(r, "incomplete") == "true"
}

// lastTwo gives the last whole year and the year just before it, which has to be whole as well.
func lastTwo(course []spot) (now, before spot, ok bool) {
	for len(course) > 0 && !course[len(course)-1].whole {
		course = course[:len(course)-1]
	}
	if len(course) < 2 {
		return spot{}, spot{}, false
	}
	now, before = course[len(course)-1], course[len(course)-2]
	return now, before, before.whole && follows(before.year, now.year)
}

// recordOf is over how many years, one after another up to the last whole one, that one is above all others, or below.
func recordOf(course []spot, above bool) int {
	for len(course) > 0 && !course[len(course)-1].whole {
		course = course[:len(course)-1]
	}
	last := len(course) - 1
	n := 1
	for i := last - 1; i >= 0; i-- {
		beaten := course[i].value < course[last].value
		if !above {
			beaten = course[i].value > course[last].value
		}
		if !beaten || !course[i].whole || !follows(course[i].year, course[i+1].year) {
			break
		}
		n++
	}
	return n
}

// follows tells whether a year comes just after another.
func follows(before, year string) bool {
	a, errA := strconv.Atoi(before[:min(4, len(before))])
	b, errB := strconv.Atoi(year[:min(4, len(year))])
	return errA == nil && errB == nil && b == a+1
}
