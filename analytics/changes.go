package analytics

import (
	"context"
	"fmt"
	"slices"

	"meridian/analytics/disclose"
	"meridian/analytics/lang"
	"meridian/data/library"
	"meridian/data/store"
)

// ChangesAnswer says how one version of the data differs from another, in a reader's language.
type ChangesAnswer struct {
	From     string         `json:"from"`
	To       string         `json:"to"`
	Figures  []FigureChange `json:"figures"`
	Tables   []TableChange  `json:"tables"`
	Partners PartnerChange  `json:"partners"`
}

// FigureChange is a key figure before and after; null where a version does not have it.
type FigureChange struct {
	ID            string   `json:"id"`
	Label         string   `json:"label"`
	Unit          string   `json:"unit"`
	Before        *float64 `json:"before"`
	After         *float64 `json:"after"`
	Difference    *float64 `json:"difference"` // null where one of them is
	BeforeDisplay string   `json:"before_display"`
	AfterDisplay  string   `json:"after_display"`
}

// TableChange says how many rows of a table came and went. A row that has the key of an earlier one and other cells
// is changed; a table without a key has added and removed rows only.
type TableChange struct {
	Table   string `json:"table"`
	Before  int64  `json:"before"`
	After   int64  `json:"after"`
	Added   int64  `json:"added"`
	Removed int64  `json:"removed"`
	Changed int64  `json:"changed"`
}

// PartnerChange counts the partners that came and went; the lists hold the first hundred by place and name.
type PartnerChange struct {
	Added     int64     `json:"added"`
	Gone      int64     `json:"gone"`
	AddedList []Partner `json:"added_list"`
	GoneList  []Partner `json:"gone_list"`
}

// Partner is an institution with a project, an agreement or people who moved.
type Partner struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Place     string `json:"place"`
	PlaceName string `json:"place_name"`
}

// Changes names a comparison's rows and partners in a language and adds the key figures before and after. Figures
// that neither version has, and tables that neither has rows of, are left out. Numbers of people are shown as the
// stricter of the two data sets shows them on pages, and no more freely than in the mode least.
func Changes(ctx context.Context, compared library.Changes, before, after *Network, least disclose.Mode, l lang.Lang) (*ChangesAnswer, error) {
	q := Question{Lang: l, Disclosure: disclose.Strictest(before.Rules().Screen, after.Rules().Screen, least)}
	answer := &ChangesAnswer{From: compared.From, To: compared.To, Figures: []FigureChange{}, Tables: []TableChange{},
		Partners: PartnerChange{Added: compared.Added, Gone: compared.Gone,
			AddedList: partners(compared.AddedList, l), GoneList: partners(compared.GoneList, l)}}
	for _, t := range compared.Tables {
		if t.Before+t.After > 0 {
			answer.Tables = append(answer.Tables, TableChange(t))
		}
	}
	earlier, err := before.headlines(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("key figures before: %w", err)
	}
	later, err := after.headlines(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("key figures after: %w", err)
	}
	for _, was := range earlier {
		answer.addFigure(was, sameFigure(later, was))
	}
	for _, is := range later {
		if !slices.ContainsFunc(earlier, func(was KPIAnswer) bool { return was.ID == is.ID }) {
			answer.addFigure(sameFigure(nil, is), is)
		}
	}
	return answer, nil
}

// sameFigure finds a figure in the other version, which may not list it: versions differ in their alliances.
func sameFigure(list []KPIAnswer, as KPIAnswer) KPIAnswer {
	for _, a := range list {
		if a.ID == as.ID {
			return a
		}
	}
	return KPIAnswer{ID: as.ID, Label: as.Label, Unit: as.Unit, Display: "–"}
}

func (a *ChangesAnswer) addFigure(was, is KPIAnswer) {
	if was.Value != nil || is.Value != nil {
		a.Figures = append(a.Figures, figureChange(was, is))
	}
}

func figureChange(was, is KPIAnswer) FigureChange {
	change := FigureChange{ID: is.ID, Label: is.Label, Unit: is.Unit, Before: was.Value, After: is.Value,
		BeforeDisplay: was.Display, AfterDisplay: is.Display}
	if was.Value != nil && is.Value != nil {
		difference := *is.Value - *was.Value
		change.Difference = &difference
	}
	return change
}

// headlines are all key figures, in the catalogue's order, over all rows.
func (n *Network) headlines(ctx context.Context, q Question) ([]KPIAnswer, error) {
	figures, err := n.figures(ctx, q.Lang)
	if err != nil {
		return nil, err
	}
	targets, err := n.rows(ctx, sqlTargets, nil)
	if err != nil {
		return nil, err
	}
	list, err := n.keyFigures(ctx)
	if err != nil {
		return nil, err
	}
	var out []KPIAnswer
	ask := once(n.Answer)
	for _, k := range list {
		answer, err := n.kpi(ctx, k, q, figures[k.Figure], targets, ask)
		if err != nil {
			return nil, err
		}
		out = append(out, answer)
	}
	return out, nil
}

func partners(list []store.Partner, l lang.Lang) []Partner {
	out := []Partner{}
	for _, p := range list {
		name := lang.Text{En: p.Name, Hant: orElse(p.NameZhHant, p.Name), Hans: orElse(p.NameZhHans, p.Name)}
		place := lang.Text{En: p.PlaceName, Hant: p.PlaceNameZhHant, Hans: p.PlaceNameZhHans}
		out = append(out, Partner{ID: p.ID, Name: name.In(l), Place: p.Place, PlaceName: place.In(l)})
	}
	return out
}

func orElse(text, fallback string) string {
	if text == "" {
		return fallback
	}
	return text
}
