package analytics

import (
	"fmt"
	"testing"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// What was reached of a target is explained by the rows that count towards it and no others: they give it again, of
// every target in every year, and so they do its share.
func TestWhatWasReachedOfATargetIsExplained(t *testing.T) {
	n := network(t)
	all := tableSizes(t, n)
	for _, f := range []filter.Filter{{}, {From: "2016/2017", To: "2017/2018"}, {Region: []string{"europe"}}} {
		q := Question{Lang: lang.English, Filter: f}
		answer, err := n.Answer(t.Context(), "target_attainment", q)
		if err != nil {
			t.Fatal(err)
		}
		reached := map[string]bool{}
		for r := range answer.Rows {
			for _, column := range []string{"actual_people", "actual_count", "attainment"} {
				if _, known := answer.Num(r, column); !known {
					continue
				}
				where := fmt.Sprintf("%s of %s, %s", column, answer.Str(r, "target_metric"), answer.Str(r, "academic_year_id"))
				e, m := n.begun("chart", "target-attainment", "", q), metricOf(t, n, "target_attainment")
				if err := n.explainRow(t.Context(), e, m, answer, r, Asked{Column: column, Limit: 3}, q); err != nil {
					t.Fatal(err)
				}
				if e.Agrees == nil || !*e.Agrees {
					t.Errorf("%s: %v is not what its rows come to: %+v", where, *e.Value.Value, e.Used)
				}
				holdsTogether(t, where, e, all)
				reached[answer.Str(r, "target_metric")] = true
			}
		}
		if f.Region == nil && len(reached) < 8 {
			t.Errorf("%d targets explained: %v", len(reached), reached)
		}
	}
}
