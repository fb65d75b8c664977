package chart

import (
	"slices"

	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// illustrative is the grade of made-up rows.
const illustrative = "illustrative"

// gradeMark is a way in which illustrative marks look other than the rest.
type gradeMark string

// The marks: areas and bars are hatched, points hollow, lines dashed, ribbons pale.
const (
	hatched gradeMark = "hatched"
	hollow  gradeMark = "hollow"
	dashed  gradeMark = "dashed"
	pale    gradeMark = "pale"
)

// legendOf says what the marks of a chart mean.
func legendOf(used map[gradeMark]bool) lang.Text {
	one := map[gradeMark]lang.Text{
		hatched: {En: "Hatched: illustrative.", Hant: "斜紋為示例。", Hans: "斜纹为示例。"},
		hollow:  {En: "Hollow: illustrative.", Hant: "空心為示例。", Hans: "空心为示例。"},
		dashed:  {En: "Dashed: illustrative.", Hant: "虛線為示例。", Hans: "虚线为示例。"},
		pale:    {En: "Pale: illustrative.", Hant: "淡色為示例。", Hans: "淡色为示例。"},
	}
	if len(used) == 1 {
		for m := range used {
			return one[m]
		}
	}
	return lang.Text{
		En: "Hatched, hollow, dashed or pale: illustrative.", Hant: "斜紋、空心、虛線或淡色者為示例。", Hans: "斜纹、空心、虚线或淡色者为示例。",
	}
}

// Draw builds the chart. Where some of its rows are illustrative and others are not, the marks of the former are told
// apart, and its note says how. Where all are, the chart's grade says so once.
func (c Chart) Draw(in Input) (Drawing, error) {
	d, err := c.Build(in)
	if err != nil || c.Graded || !isMixed(in.Table) {
		return d, err
	}
	m := marker{table: in.Table, theme: in.Theme, used: map[gradeMark]bool{}}
	d.Option = m.option(d.Option)
	if len(m.used) == 0 {
		return d, nil
	}
	if d.Note == "" {
		d.Note = c.Note.In(in.Lang)
	}
	d.Note = after(d.Note, legendOf(m.used).In(in.Lang), in.Lang)
	return d, nil
}

// after puts one whole message behind another.
func after(first, second string, l lang.Lang) string {
	switch {
	case first == "":
		return second
	case l == lang.English:
		return first + " " + second
	}
	return first + second
}

func isMixed(t *table.Table) bool {
	return slices.Contains(t.Grades, illustrative) && !allIllustrative(t)
}

// allIllustrative tells whether no row of an answer is anything else.
func allIllustrative(t *table.Table) bool {
	return t.Evidence == illustrative && !slices.ContainsFunc(t.Grades, func(grade string) bool { return grade != illustrative })
}
