package kpi

import "meridian/analytics/lang"

var (
	inYear  = lang.Text{En: "in {year}", Hant: "{year}", Hans: "{year}"}
	partial = lang.Text{En: ", as far as it is recorded", Hant: "（資料未齊全）", Hans: "（资料未齐全）"}
)

// NoteOf says what a value computed for one year counts, and that the year is not whole where it is not.
func (k KPI) NoteOf(l lang.Lang, year string, incomplete bool) string {
	said := k.Counted
	if !said.Complete() {
		said = inYear
	}
	note := said.With(l, lang.Args{"year": lang.InYear(l, year)})
	if incomplete {
		note += partial.In(l)
	}
	return note
}
