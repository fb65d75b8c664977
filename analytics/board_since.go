package analytics

import (
	"context"
	"strconv"
	"time"

	"meridian/analytics/chart"
	"meridian/analytics/kpi"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// listed is how many partners and agreements are named; all are counted.
const listedSince = 12

// Since is what changed between a day and the data set's own.
type Since struct {
	Meeting    string          `json:"meeting,omitempty"` // the id of the meeting; none for the end of a year
	Day        string          `json:"day"`
	Before     string          `json:"before"` // the last year that was over then
	Now        string          `json:"now"`    // the last year of the data
	Figures    []FigureSince   `json:"figures"`
	Partners   PartnersSince   `json:"partners"`
	Signed     AgreementsSince `json:"signed"`
	Ended      AgreementsSince `json:"ended"`
	Milestones []Milestone     `json:"milestones"`
}

// FigureSince is a key figure as counted from the rows for two years.
type FigureSince struct {
	ID       string  `json:"id"`
	Label    string  `json:"label"`
	Unit     string  `json:"unit"`
	Subject  string  `json:"subject"`
	Chart    string  `json:"chart,omitempty"`
	Before   Moment  `json:"before"`
	Now      Moment  `json:"now"`
	Change   Change  `json:"change"`
	Spark    []Spot  `json:"spark"` // the years from one to the other
	Target   *Target `json:"target"`
	Evidence string  `json:"evidence"`
}

// Moment is a figure in one year, and how it is written.
type Moment struct {
	Spot
	Display string `json:"display"`
}

// PartnersSince counts partners whose first dated activity came since, and names the largest.
type PartnersSince struct {
	Count int64          `json:"count"`
	List  []PartnerSince `json:"list"`
}

// PartnerSince is a partner that was won.
type PartnerSince struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Place      string `json:"place"`
	PlaceLabel string `json:"place_label"`
	Year       string `json:"year"` // of the first activity
	Projects   int64  `json:"projects"`
	Evidence   string `json:"evidence"`
}

// AgreementsSince counts agreements that were signed or ended since, and names the latest.
type AgreementsSince struct {
	Count int64            `json:"count"`
	List  []AgreementSince `json:"list"`
}

// AgreementSince is an agreement and the day it was signed or ended.
type AgreementSince struct {
	ID         string `json:"id"`
	PartnerID  string `json:"partner_id"`
	Partner    string `json:"partner"`
	Place      string `json:"place"`
	PlaceLabel string `json:"place_label"`
	Kind       string `json:"kind,omitempty"`
	Day        string `json:"day"`
	Evidence   string `json:"evidence"`
}

func (n *Network) since(ctx context.Context, m Meeting, q Question) (*Since, error) {
	years := n.known["year"]
	s := &Since{Meeting: m.ID, Day: m.day, Before: m.Before, Now: years[len(years)-1], Milestones: []Milestone{}}
	var err error
	if s.Figures, err = n.figuresSince(ctx, m.Before, q); err != nil {
		return nil, err
	}
	args := q.graded()
	args["day"], args["most"] = m.day, listedSince
	if err := n.partnersSince(ctx, s, args); err != nil {
		return nil, err
	}
	if err := n.agreementsSince(ctx, s, args); err != nil {
		return nil, err
	}
	history, err := n.History(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, milestone := range history.Milestones {
		if milestone.Date > m.day[:len(milestone.Date)] {
			s.Milestones = append(s.Milestones, milestone)
		}
	}
	return s, nil
}

// figuresSince reads the key figures of both years off their course; one that lacks either year is left out.
func (n *Network) figuresSince(ctx context.Context, before string, q Question) ([]FigureSince, error) {
	list, err := n.keyFigures(ctx)
	if err != nil {
		return nil, err
	}
	targets, err := n.rows(ctx, sqlTargets, nil)
	if err != nil {
		return nil, err
	}
	out, ask := []FigureSince{}, once(n.Answer)
	for _, k := range list {
		if k.Subjects[0] == chart.Places || k.Subjects[0] == chart.Partners {
			continue // of a place's or a partner's own page
		}
		answer, err := n.kpi(ctx, k, q, nil, targets, ask)
		if err != nil {
			return nil, err
		}
		if f, ok := figureSince(k, answer, before, q.Lang); ok {
			out = append(out, f)
		}
	}
	return out, nil
}

func figureSince(k kpi.KPI, a KPIAnswer, before string, l lang.Lang) (FigureSince, bool) {
	for i, spot := range a.Spark {
		if spot.Year != before || i == len(a.Spark)-1 || a.Withheld != "" {
			continue
		}
		last, subject := a.Spark[len(a.Spark)-1], k.Subjects[0]
		if c, ok := chart.ByID(a.Chart); ok {
			subject = c.Subject
		}
		return FigureSince{
			ID: a.ID, Label: a.Label, Unit: a.Unit, Subject: string(subject), Chart: a.Chart, Before: Moment{spot, k.Write(l, spot.Value)}, Now: Moment{last, k.Write(l, last.Value)},
			Change: *change(k, l, spot, last), Spark: a.Spark[i:], Target: a.Target, Evidence: a.TrendEvidence,
		}, true
	}
	return FigureSince{}, false
}

func (n *Network) partnersSince(ctx context.Context, s *Since, args map[string]any) error {
	rows, err := n.rows(ctx, sqlSincePartners, args)
	if err != nil {
		return err
	}
	s.Partners.List = []PartnerSince{}
	for r := range rows.Rows {
		s.Partners.Count = whole(rows, r, "found")
		s.Partners.List = append(s.Partners.List, PartnerSince{
			ID: rows.Str(r, "institution_id"), Name: rows.Str(r, "name"), Place: rows.Str(r, "place"), PlaceLabel: rows.Str(r, "place_label"),
			Year: lang.Year(rows.Str(r, "since")), Projects: whole(rows, r, "projects"), Evidence: rows.Str(r, "evidence"),
		})
	}
	return nil
}

func (n *Network) agreementsSince(ctx context.Context, s *Since, args map[string]any) error {
	rows, err := n.rows(ctx, sqlSinceAgreements, args)
	if err != nil {
		return err
	}
	s.Signed.List, s.Ended.List = []AgreementSince{}, []AgreementSince{}
	for r := range rows.Rows {
		into := &s.Signed
		if rows.Str(r, "event") == "ended" {
			into = &s.Ended
		}
		into.Count = whole(rows, r, "found")
		into.List = append(into.List, AgreementSince{
			ID: rows.Str(r, "agreement_id"), PartnerID: rows.Str(r, "institution_id"), Partner: rows.Str(r, "name"), Place: rows.Str(r, "place"),
			PlaceLabel: rows.Str(r, "place_label"), Kind: rows.Str(r, "kind_label"), Day: rows.Str(r, "day"), Evidence: rows.Str(r, "evidence"),
		})
	}
	return nil
}

func whole(t *table.Table, r int, column string) int64 { return int64(t.Value(r, column)) }

// yearEnd is the last day of an academic or calendar year.
func (n *Network) yearEnd(year string) string {
	first, err := strconv.Atoi(year[:4])
	if err != nil {
		return year // cannot be: the schema holds years to four digits
	}
	next := time.Date(first+1, time.Month(n.snapshot.Dataset().YearStartMonth), 1, 0, 0, 0, 0, time.UTC)
	return next.AddDate(0, 0, -1).Format(time.DateOnly)
}
