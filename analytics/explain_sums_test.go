package analytics

import (
	"fmt"
	"slices"
	"testing"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/metric"
)

// unsummed are the whole numbers that no sum or count of rows gives, and why.
var unsummed = map[string]string{
	"agreement_balance.term_years":         "years of a term, not rows",
	"agreement_utilisation.term_years":     "years of a term, not rows",
	"agreement_utilisation.capacity":       "places a year times the years of the term",
	"agreement_utilisation.unused":         "capacity, as above, less the students sent",
	"agreements_dormant.quiet_years":       "years since the last of the rows",
	"alliance_activation.projects":         "of all members together; a partner in two alliances counts in both",
	"alliance_activation.outbound":         "as projects",
	"alliance_activation.inbound":          "as projects",
	"copublication_places.partner_places":  "the place may stand at either end of a pair",
	"copublication_reach.places":           "both ends of a pair, each place once",
	"mainland_partners_trend.new_partners": "the partners of this year that no year before has",
	"mobility_growth.growth_years":         "years from the first to the last",
	"mobility_split.published":             "a quoted figure",
	"partners_neglected.active_years":      "years with any of three kinds of rows",
	"partners_neglected.quiet_years":       "years since the last of three kinds of rows",
	"regional_coverage.target_regions":     "the regions of a place list, not of rows",
}

// Every whole number of every metric is a sum or a count of rows that are named, or stands above with its reason.
func TestWholeNumbersAreSumsOfTheirRows(t *testing.T) {
	n, met := network(t), map[string]bool{}
	for _, m := range n.metrics.All() {
		answer, err := n.Answer(t.Context(), m.ID, Question{Lang: lang.English})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range answer.Columns {
			adds := slices.ContainsFunc(m.Facts, func(f metric.Facts) bool { return f.Role(c.Name) == metric.Adds })
			name := m.ID + "." + c.Name
			if c.Type != "int" || !measure(c) || adds {
				continue
			}
			met[name] = true
			if unsummed[name] == "" {
				t.Errorf("%s: no rows add up to it, and no reason is given", name)
			}
		}
	}
	for name := range unsummed {
		if !met[name] {
			t.Errorf("%s adds up, or is no more", name)
		}
	}
}

// The numbers that are of another year than their row, of those that left, of one state or of one partner are explained
// by just those rows, with no filter and with some. Every third row is tried.
func TestRowsAreNarrowedToTheNumber(t *testing.T) {
	n := network(t)
	for _, f := range []filter.Filter{{}, {From: "2014/2015", To: "2016/2017"}, {Partner: []string{"xp-us-01"}}} {
		agreed := 0
		for _, c := range n.Charts(lang.English) {
			if !slices.Contains([]string{"mobility_growth", "partner_turnover", "partner_course", "agreement_utilisation_trend", "agreements_due"}, c.Metric) {
				continue
			}
			q := Question{Lang: lang.English, Filter: f.Only(c.Filters)}
			answer, err := n.Answer(t.Context(), c.Metric, q)
			if err != nil {
				t.Fatal(err)
			}
			for r := len(answer.Rows) - 1; r >= 0; r -= 3 {
				for _, column := range answer.Columns {
					if column.Type != "int" || !measure(column) || numberIn(answer, r, column.Name) == nil || len(metricOf(t, n, c.Metric).Of(column.Name)) == 0 || unsummed[c.Metric+"."+column.Name] != "" {
						continue
					}
					e, err := n.Explain(t.Context(), Asked{Chart: c.ID, Row: r, Column: column.Name, Limit: 1}, q)
					where := fmt.Sprintf("%s, row %d, %s, %v", c.ID, r, column.Name, f.Map())
					if err != nil {
						t.Fatalf("%s: %v", where, err)
					}
					if e.Agrees == nil || !*e.Agrees {
						t.Errorf("%s: %v is explained by rows that come to %v", where, *e.Value.Value, sumsOf(e))
						continue
					}
					agreed++
				}
			}
		}
		if agreed < 12 {
			t.Errorf("%v: %d numbers agreed", f.Map(), agreed)
		}
	}
}

func sumsOf(e *Explanation) (sums []string) {
	for _, u := range e.Used {
		sum := fmt.Sprintf("%s: %d rows", u.Role, u.Rows)
		if u.Sum != nil {
			sum += ", " + u.Sum.Display
		}
		sums = append(sums, sum)
	}
	return sums
}
