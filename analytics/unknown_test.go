package analytics

import (
	"strings"
	"testing"

	"meridian/analytics/chart"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// In the default set no project is with a named member, and all projects are of a weaker grade than the memberships: whether
// a member has a project is not known, and no title, summary or key figure says that none has.
func TestProjectsThatCannotNameAMemberTellNothing(t *testing.T) {
	n := network(t)
	for _, grades := range [][]string{nil, {"published"}, {"published", "derived"}} {
		q := Question{Lang: lang.English, Filter: filter.Filter{Evidence: grades}}
		table, err := n.Answer(t.Context(), "alliance_activation", q)
		if err != nil {
			t.Fatal(err)
		}
		for r := range table.Rows {
			for _, column := range []string{"active_members", "activation", "projects", "all_active", "all_activation"} {
				if v, known := table.Num(r, column); known {
					t.Errorf("%v: %s of %s is %v, want not known", grades, column, table.Str(r, "alliance"), v)
				}
			}
			if table.Value(r, "members") == 0 {
				t.Errorf("%v: %s has no named members", grades, table.Str(r, "alliance"))
			}
		}
		kpis, err := n.KPIs(t.Context(), string(chart.Alliances), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range kpis {
			if k.ID == "alliance-activation" && k.Value != nil {
				t.Errorf("%v: the key figure says %s", grades, k.Display)
			}
		}
		answer, err := n.Chart(t.Context(), "alliance-activation", q)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(answer.Title, "None of") || !strings.Contains(answer.Summary, "No project of a named member is in the data") {
			t.Errorf("%v: %q, %q", grades, answer.Title, answer.Summary)
		}
	}
}

// Where projects could name a member and none runs, that is told, with the grade of the projects looked through.
func TestNoneIsAsSureAsTheRowsLookedThrough(t *testing.T) {
	n := relations(t)
	table, err := n.Answer(t.Context(), "alliance_activation", Question{Lang: lang.English, Filter: filter.Filter{To: "2015/2016"}})
	if err != nil {
		t.Fatal(err)
	}
	if active, known := table.Num(0, "active_members"); !known || active != 0 || table.Grades[0] == "" {
		t.Errorf("%v active (known: %t), graded %q; want a known nought", active, known, table.Grades[0])
	}
}

// With nothing but published rows, the default set tells of no project and no move: their number is not known, not nought.
func TestNumbersOfFactsWithoutRowsAreNotKnown(t *testing.T) {
	n := network(t)
	q := Question{Lang: lang.English, Filter: filter.Filter{Evidence: []string{"published"}}}
	list, err := n.Partners(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	places, err := n.Places(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	if len(list.Partners) == 0 || len(places.Places) == 0 {
		t.Fatal("nothing published is listed")
	}
	for _, p := range list.Partners {
		if p.Projects != nil || p.Outbound != nil || p.Inbound != nil || p.Balance != nil {
			t.Errorf("%s: a number that nothing published tells of: %+v", p.ID, p)
		}
	}
	for _, p := range places.Places {
		if p.Projects != nil || p.Outbound != nil || p.Inbound != nil || p.Balance != nil {
			t.Errorf("%s: a number that nothing published tells of: %+v", p.Code, p)
		}
	}
	all, err := n.Partners(t.Context(), Question{Lang: lang.English, List: Listing{Search: "hkust"}})
	if err != nil || len(all.Partners) == 0 || all.Partners[0].Projects == nil {
		t.Errorf("with all rows a partner's nought is told: %+v, %v", all, err)
	}
}
