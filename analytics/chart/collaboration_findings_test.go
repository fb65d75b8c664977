package chart

import (
	"strings"
	"testing"

	"meridian/analytics/finding"
	"meridian/analytics/table"
)

// rule is a finding's rule over a small answer and what it must say; empty where it must hold its tongue.
type rule struct {
	name   string
	find   func(Input) finding.Finding
	answer *table.Table
	want   string
}

func TestFindingsOfCollaboration(t *testing.T) {
	const years, cells = "academic_year_id year_projects", "type_name region_name region projects project_share"
	const league, regions = "institution projects cumulative_share", "region_name region region_projects region_share"
	checkRules(t, []rule{
		{"growth", projectGrowth, answer(years, []any{"2010/2011", 50.0}, []any{"2017/2018", 75.0}), "New projects a year have grown by 50 % since 2010/11"},
		{"decline", projectGrowth, answer(years, []any{"2010/2011", 75.0}, []any{"2017/2018", 50.0}), ""},
		{"hardly any growth", projectGrowth, answer(years, []any{"2010/2011", 100.0}, []any{"2017/2018", 102.0}), ""},
		{"growth on too few", projectGrowth, answer(years, []any{"2010/2011", 22.0}, []any{"2017/2018", 75.0}), ""},
		{"one year", projectGrowth, answer(years, []any{"2017/2018", 75.0}), ""},

		{"one cell leads", heaviestCell, answer(cells, []any{"Research", "Europe", "europe", 40.0, 0.4}, []any{"Training", "Asia", "east-asia", 60.0, 0.6}), "Training · Asia: 60 % of all projects"},
		{"two cells lead", heaviestCell, answer(cells, []any{"Research", "Europe", "europe", 50.0, 0.5}, []any{"Training", "Asia", "east-asia", 50.0, 0.5}), ""},
		{"the rest leads", heaviestCell, answer(cells, []any{"Research", "Europe", "europe", 40.0, 0.4}, []any{"Training", "Other", "unstated", 60.0, 0.6}), ""},
		{"few projects", heaviestCell, answer(cells, []any{"Research", "Europe", "europe", 22.0, 0.9}, []any{"Training", "Asia", "east-asia", 2.0, 0.1}), ""},

		{"a region leads", regionLead, answer(regions, []any{"Europe", "europe", 40.0, 0.34}), "Europe: 34 % of all projects"},
		{"no region leads", regionLead, answer(regions, []any{"Europe", "europe", 40.0, 0.33}), ""},
		{"the rest leads", regionLead, answer(regions, []any{"Other", "unstated", 40.0, 0.34}), ""},
		{"one region is all", regionLead, answer(regions, []any{"Europe", "europe", 40.0, 1.0}), ""},

		{"a few of many", leagueShare, answer(league, []any{"A", 9.0, 0.2}, []any{"B", 8.0, 0.3}, []any{"C", 7.0, 0.35}, []any{"D", 6.0, 0.4}, []any{"E", 5.0, 0.45}),
			"5 partners carry 45 % of all projects"},
		{"they are all there are", leagueShare, answer(league, []any{"A", 9.0, 0.2}, []any{"B", 8.0, 0.4}, []any{"C", 7.0, 0.6}, []any{"D", 6.0, 0.8}, []any{"E", 5.0, 1.0}), ""},
		{"too short a list", leagueShare, answer(league, []any{"A", 9.0, 0.2}), ""},
	})
}

func TestFindingsOfAgreements(t *testing.T) {
	const columns = "agreement_status status_agreements"
	checkRules(t, []rule{
		{"both", agreementsDue, answer(columns, []any{"within_90_days", 3.0}, []any{"overdue", 2.0}), "3 agreements end within 90 days; 2 more are overdue"},
		{"one soon", agreementsDue, answer(columns, []any{"within_90_days", 1.0}), "1 agreement ends within 90 days"},
		{"one past", agreementsDue, answer(columns, []any{"overdue", 1.0}), "1 agreement is past the end date and not yet renewed or closed"},
		{"nothing due", agreementsDue, answer(columns, []any{"in_effect", 9.0}, []any{"within_180_days", 4.0}), ""},
	})
}

func TestFindingsOfPlacesAndTies(t *testing.T) {
	const places, ties = "place country_code projects project_share", "faculty_name region_name region projects"
	checkRules(t, []rule{
		{"one place leads", projectReach, answer(places, []any{"Japan", "JP", 30.0, 0.5}, []any{"Peru", "PE", 20.0, 0.3}, []any{"Chad", "TD", 10.0, 0.2}), "Japan: 50 % of projects, over 3 countries and regions"},
		{"two places lead", projectReach, answer(places, []any{"Japan", "JP", 30.0, 0.4}, []any{"Peru", "PE", 30.0, 0.4}, []any{"Chad", "TD", 10.0, 0.2}), ""},
		{"the rest is no place", projectReach, answer(places, []any{"Japan", "JP", 30.0, 0.3}, []any{"Peru", "PE", 20.0, 0.2}, []any{"Chad", "TD", 10.0, 0.1}, []any{"Other", "ZZ", 40.0, 0.4}),
			"Japan: 30 % of projects, over 3 countries and regions"},
		{"few projects", projectReach, answer(places, []any{"Japan", "JP", 22.0, 0.5}, []any{"Peru", "PE", 20.0, 0.4}, []any{"Chad", "TD", 1.0, 0.1}), ""},
		{"one tie leads", strongest, answer(ties, []any{"Design", "Europe", "europe", 3.0}, []any{"Business", "Asia", "east-asia", 5.0}), "Business · Asia: 5 projects, the most"},
		{"two ties lead", strongest, answer(ties, []any{"Design", "Europe", "europe", 5.0}, []any{"Business", "Asia", "east-asia", 5.0}), ""},
		{"single projects", strongest, answer(ties, []any{"Design", "Europe", "europe", 1.0}), ""},
	})
}

func strongest(in Input) finding.Finding { return strongestTie(in, leading(in.Table, "projects")) }

func TestFindingsOfTheMainland(t *testing.T) {
	const provinces, partners, moved = "province projects cumulative_share", "academic_year_id partners", "academic_year_id direction participants"
	spread := func(third float64) *table.Table {
		return answer(provinces, []any{"A", 40.0, 0.2}, []any{"B", 30.0, 0.35}, []any{"C", third, 0.45},
			[]any{"D", 19.0, 0.5}, []any{"E", 18.0, 0.6}, []any{"F", 17.0, 0.7})
	}
	checkRules(t, []rule{
		{"three lead", provinceLead, spread(20.0), "A, B and C hold 45 % of mainland projects"},
		{"the fourth is level", provinceLead, spread(19.0), ""},
		{"too few provinces", provinceLead, answer(provinces, []any{"A", 40.0, 0.2}), ""},

		{"gained", partnersGained, answer(partners, []any{"2010/2011", 100.0}, []any{"2017/2018", 150.0}), "50 new partners since the end of 2010/11 bring the dated mainland network to 150"},
		{"none gained", partnersGained, answer(partners, []any{"2010/2011", 100.0}, []any{"2017/2018", 101.0}), ""},
		{"one year", partnersGained, answer(partners, []any{"2017/2018", 150.0}), ""},

		{"more came", exchangeRatio, answer(moved, []any{"2017/2018", "outbound", 40.0}, []any{"2017/2018", "inbound", 100.0}), "2.5 students came for each one who left, in 2017/18"},
		{"more left", exchangeRatio, answer(moved, []any{"2017/2018", "outbound", 80.0}, []any{"2017/2018", "inbound", 40.0}), "2 students left for each one who came, in 2017/18"},
		{"about even", exchangeRatio, answer(moved, []any{"2017/2018", "outbound", 59.0}, []any{"2017/2018", "inbound", 40.0}), ""},
		{"an unfinished year", exchangeRatio, answer(moved+" incomplete", []any{"2017/2018", "outbound", 40.0, true}, []any{"2017/2018", "inbound", 100.0, true}), ""},
		{"one way", exchangeRatio, answer(moved, []any{"2017/2018", "inbound", 40.0}), ""},

		{"a foothold", foothold, answer("partners establishment_id", []any{20.0, "one"}, []any{10.0, "two"}, []any{nil, "three"}), "3 establishments among 30 partners in 2 provincial-level divisions"},
		{"partners alone", foothold, answer("partners establishment_id", []any{20.0, nil}, []any{10.0, nil}), ""},
	})
}

func TestFindingsOfRegions(t *testing.T) {
	const columns = "region_name region partners partner_share participants student_share"
	checkRules(t, []rule{
		{"out of step", widestGap, answer(columns, []any{"Asia", "east-asia", 60.0, 0.6, 300.0, 0.3}, []any{"Europe", "europe", 40.0, 0.4, 500.0, 0.55}), "Asia: 60 % of partners, 30 % of exchange students"},
		{"in step", widestGap, answer(columns, []any{"Asia", "east-asia", 60.0, 0.6, 300.0, 0.55}, []any{"Europe", "europe", 40.0, 0.4, 500.0, 0.45}), ""},
		{"the rest is out of step", widestGap, answer(columns, []any{"Other", "unstated", 60.0, 0.6, 300.0, 0.3}, []any{"Europe", "europe", 40.0, 0.4, 500.0, 0.45}), ""},
		{"few partners", widestGap, answer(columns, []any{"Asia", "east-asia", 6.0, 0.6, 300.0, 0.3}, []any{"Europe", "europe", 4.0, 0.4, 500.0, 0.55}), ""},
	})
}

func checkRules(t *testing.T, rules []rule) {
	t.Helper()
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			if got := strings.ReplaceAll(r.find(english(t, r.answer)).Text, "\u00a0", " "); got != r.want {
				t.Errorf("said %q, want %q", got, r.want)
			}
		})
	}
}
