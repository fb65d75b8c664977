package finding

import (
	"slices"
	"strconv"

	"meridian/analytics/lang"
)

// incompleteYears tells the years that look incomplete: they are in no comparison.
func incompleteYears(chart, subject string) Rule {
	read := Read{Chart: chart}
	return Rule{
		ID: "incomplete-" + chart, Kind: Attention, Subject: subject, Reads: []Read{read},
		Why: lang.Text{
			En:   "years that the data set says are incomplete, that were not over on its day, or that end a series with far less than the years beside them",
			Hant: "數據集註明未齊全、於數據截止日尚未結束，或位於數列兩端而遠低於相鄰年份的年份",
			Hans: "数据集注明未齐全、于数据截止日尚未结束，或位于数列两端而远低于相邻年份的年份",
		},
		Find: func(in In) []Found { return setAside(in, read, chart) },
	}
}

func setAside(in In, read Read, about string) []Found {
	t := in.Tables[read]
	var years []string
	var rows []int
	all := map[string]bool{}
	for r := range t.Rows {
		year := lang.Year(t.Str(r, "academic_year_id"))
		all[year] = true
		if incomplete(t, r) && !slices.Contains(years, year) {
			years, rows = append(years, year), append(rows, r)
		}
	}
	if len(years) == 0 {
		return nil
	}
	sentence := lang.Text{
		En: "{who}: {point} and stands in no comparison", Hant: "{who}{point}，不作任何比較", Hans: "{who}{point}，不作任何比较",
	}
	point := lang.Text{En: "the year is not complete", Hant: "的資料未齊全", Hans: "的资料未齐全"}
	if len(years) > 1 {
		sentence.En = "{who}: {point} and stand in no comparison"
		point = lang.Text{En: "{n} years are not complete", Hant: "共 {n} 年的資料未齊全", Hans: "共 {n} 年的资料未齐全"}
	}
	count := in.summed(read, lang.Text{En: "Incomplete years", Hant: "未齊全的年份", Hans: "未齐全的年份"}, float64(len(years)), "incomplete", rows...)
	return []Found{{
		About: "incomplete " + about, Sentence: sentence, Point: point, Amount: strconv.Itoa(len(years)), Numbers: []Number{count},
		Args: lang.Args{"who": in.listed(years), "n": strconv.Itoa(len(years))},
		Size: float64(len(years)) / float64(len(all)), Base: float64(len(all)),
	}}
}

// listed writes years one after another, with their name where the language gives them one.
func (in In) listed(years []string) string {
	word := lang.Text{En: "{years}", Hant: "{years} 學年", Hans: "{years} 学年"}
	if len(years[0]) == 4 {
		word = lang.Text{En: "{years}", Hant: "{years} 年", Hans: "{years} 年"}
	}
	return word.With(in.Lang, lang.Args{"years": lang.List(in.Lang, years)})
}
