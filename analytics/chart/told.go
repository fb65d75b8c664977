package chart

import (
	"strings"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// trendSummary tells each direction's first and last year, its peak, and where its fitted line leads.
func trendSummary(in Input, years []string) string {
	var said []string
	for _, direction := range in.Table.Distinct("direction") {
		s := yearly(in.Table, years, "participants", map[string]string{"direction": direction}).whole()
		if s.last < 0 {
			continue
		}
		said = append(said, s.told(in.Lang, directionName(in.Table, direction)))
		said = append(said, told(s.pace(in.Lang))...)
		if args, year, ok := s.foretold(); ok {
			args["year"] = lang.Year(year)
			said = append(said, forecast.With(in.Lang, args))
		}
	}
	return joined(in.Lang, said)
}

var forecast = lang.Text{
	En:   "If the line holds, {year} lies between {low} and {high} in four cases of five.",
	Hant: "若趨勢不變，{year} 學年有八成機會介乎 {low} 至 {high} 人。",
	Hans: "若趋势不变，{year} 学年有八成机会介于 {low} 至 {high} 人。",
}

// told is a sentence as a list: nothing where there is none.
func told(sentence string) []string {
	if sentence == "" {
		return nil
	}
	return []string{sentence}
}

// told puts a yearly series into a sentence: where it began and ended, and when it was highest among the years
// shown: in one year, or in a few that are level. A series without a value says nothing.
func (s series) told(l lang.Lang, name string) string {
	if s.last < 0 {
		return ""
	}
	first, peaks := s.first(), s.peaks()
	args := lang.Args{
		"name": name, "from": lang.Year(s.years[first]), "first": lang.Int(s.values[first]),
		"to": lang.Year(s.years[s.last]), "last": lang.Int(s.values[s.last]),
	}
	switch {
	case first == s.last:
		return lang.Text{En: "{name}: {last} in {to}.", Hant: "{name}：{to} 學年 {last} 人。", Hans: "{name}：{to} 学年 {last} 人。"}.With(l, args)
	case len(peaks) > fewLevel:
		return lang.Text{
			En: "{name}: {first} in {from}, {last} in {to}.", Hant: "{name}：{from} 學年 {first} 人，{to} 學年 {last} 人。", Hans: "{name}：{from} 学年 {first} 人，{to} 学年 {last} 人。",
		}.With(l, args)
	case len(peaks) == 1 && peaks[0] == s.last:
		return lang.Text{
			En:   "{name}: {first} in {from}, {last} in {to}, the most of these years.",
			Hant: "{name}：{from} 學年 {first} 人，{to} 學年 {last} 人，為期內最多。",
			Hans: "{name}：{from} 学年 {first} 人，{to} 学年 {last} 人，为期内最多。",
		}.With(l, args)
	}
	var years []string
	for _, i := range peaks {
		years = append(years, lang.Year(s.years[i]))
	}
	args["peak"], args["most"] = lang.List(l, years), lang.Int(s.values[peaks[0]])
	return lang.Text{
		En:   "{name}: {first} in {from}, {last} in {to}, the most in {peak} with {most}.",
		Hant: "{name}：{from} 學年 {first} 人，{to} 學年 {last} 人，以 {peak} 學年的 {most} 人為最多。",
		Hans: "{name}：{from} 学年 {first} 人，{to} 学年 {last} 人，以 {peak} 学年的 {most} 人为最多。",
	}.With(l, args)
}

// peaks are the years in which a series is highest.
func (s series) peaks() (at []int) {
	for i, r := range s.rows {
		switch {
		case r < 0:
		case len(at) == 0 || s.values[i] > s.values[at[0]]:
			at = []int{i}
		case s.values[i] == s.values[at[0]]:
			at = append(at, i)
		}
	}
	return at
}

// joined puts whole sentences one after another, as the language does.
func joined(l lang.Lang, sentences []string) string {
	if l == lang.English {
		return strings.Join(sentences, " ")
	}
	return strings.Join(sentences, "")
}

// listing names the first rows with a measure, n at most, and none that is level with one left out:
// Japan 120, Canada 96.
func listing(l lang.Lang, t *table.Table, name, measure string, n int) string {
	var rows []string
	for r := range clearFirst(t, measure, n) {
		rows = append(rows, t.Str(r, name)+" "+lang.Int(t.Value(r, measure)))
	}
	return enumerated(l, rows)
}

// enumerated puts items one after another without an "and": it is not said that there are no others.
func enumerated(l lang.Lang, items []string) string {
	if l == lang.English {
		return strings.Join(items, ", ")
	}
	return strings.Join(items, "、")
}

// mostPlaces says where most of a measure is, in up to five places.
func mostPlaces(in Input, measure string) []string {
	in.Table = placed(in.Table)
	return mostNames(in, "place", measure, 5)
}

// mostNames is a sentence on the first rows with the most, n at most; none where too many are level.
func mostNames(in Input, name, measure string, n int) []string {
	names := listing(in.Lang, in.Table, name, measure, n)
	if names == "" {
		return nil
	}
	return []string{lang.Text{En: "The most: {names}.", Hant: "最多的是：{names}。", Hans: "最多的是：{names}。"}.With(in.Lang, lang.Args{"names": names})}
}
