package chart

import (
	"meridian/analytics/disclose"
	"meridian/analytics/finding"
	"meridian/analytics/lang"
)

// True leaves of what is said of rounded numbers that which is true of the exact ones: rows that are rounded do not add
// up, and two that look alike need not be.
func (d Drawing) True(exact Drawing, m disclose.Mode, l lang.Lang) Drawing {
	if !m.Holds(d.Finding.Text, exact.Finding.Text) {
		d.Finding = finding.Finding{}
	}
	d.Note = m.True(d.Note, exact.Note)
	if said := m.True(d.Summary, exact.Summary); said != "" || d.Summary == "" {
		d.Summary = said
		return d
	}
	d.Summary = lang.Text{
		En:   "Numbers of people are rounded; the table has them.",
		Hant: "人數已取整，詳見表格。",
		Hans: "人数已取整，详见表格。",
	}.In(l)
	return d
}
