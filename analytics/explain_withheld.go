package analytics

import (
	"strings"

	"meridian/analytics/disclose"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

var notListed = lang.Text{
	En:   "A row may be of a few people: under this rule rows are not listed and their numbers are rounded.",
	Hant: "一列可能只涉及數人：按此規則不列出各列，列數亦取整。",
	Hans: "一行可能只涉及数人：按此规则不列出各行，行数亦取整。",
}

// keepBack makes an explanation fit to be shown under the rule for numbers of people: what is withheld in the answer
// is withheld here, with all that would give it back; rows of persons are not listed, and their numbers are rounded.
func (n *Network) keepBack(e *Explanation, t *table.Table, row int, column string, l lang.Lang) {
	if e.Disclosure == disclose.Off {
		return
	}
	hidden, isHidden := t.WithheldIn(row, column)
	if isHidden {
		e.Value.Display = hidden.Shown
	}
	for i := range e.Used {
		u := &e.Used[i]
		kind, _, _ := strings.Cut(u.Fact, "-")
		fact, _ := n.metrics.Fact(kind)
		if u.Sum != nil {
			n.keepBackSum(u.Sum, isHidden, e.Disclosure, l)
		}
		if fact.Persons {
			keepBackRows(u, l)
		}
	}
	if len(e.Used) > 0 {
		e.Excluded = e.Used[0].Excluded
	}
}

// keepBackSum rounds what adds up to people; beside a number that is withheld it is withheld too.
func (n *Network) keepBackSum(sum *Told, isHidden bool, mode disclose.Mode, l lang.Lang) {
	column := n.described(sum.Column, l)
	if !column.People || sum.Value == nil {
		return
	}
	switch {
	case isHidden:
		sum.Value, sum.Display = nil, disclose.Withheld
	case mode != disclose.HESA && disclose.IsFew(*sum.Value):
		sum.Value, sum.Display = nil, disclose.Few
	default:
		v := mode.Round(*sum.Value)
		sum.Value, sum.Display = &v, written(column, v, l)
	}
}

func keepBackRows(u *UsedRows, l lang.Lang) {
	u.Withheld = notListed.In(l)
	u.Columns, u.Sample, u.Next = []table.Column{}, [][]any{}, nil
	u.Rows, u.All = int64(disclose.Round(float64(u.Rows))), int64(disclose.Round(float64(u.All)))
	for i := range u.Excluded {
		u.Excluded[i].Rows = int64(disclose.Round(float64(u.Excluded[i].Rows)))
	}
}
