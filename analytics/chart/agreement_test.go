package chart

import "testing"

func TestFindingsOfAgreementTerms(t *testing.T) {
	const ending, dormant = "institution end_date days_left recent_students", "institution_id institution quiet_years last_year in_effect this_year"
	const used, term = "institution capacity outbound unused utilisation", "institution first_year term_years outbound inbound term_balance"
	checkRules(t, []rule{
		{"ending and overdue", endingWithinAYear, answer(ending, []any{"A", "2018-05-01", -10.0, 3.0}, []any{"B", "2018-10-01", 40.0, 0.0}, []any{"C", "2019-08-01", 365.0, 1.0}), "2 agreements end within a year; one more is overdue"},
		{"ending alone", endingWithinAYear, answer(ending, []any{"B", "2018-10-01", 40.0, 0.0}, []any{"C", "2019-08-01", 365.0, 1.0}), "2 agreements end within a year"},
		{"one ends", endingWithinAYear, answer(ending, []any{"B", "2018-10-01", 40.0, 0.0}), ""},

		{"dormant", dormantOfAll, answer(dormant, []any{"a", "A", 6.0, nil, 40.0, "2017/2018"}, []any{"b", "B", 3.0, "2014/2015", 40.0, "2017/2018"}), "2 of 40 agreements in effect have been dormant for three years or more"},
		{"one dormant", dormantOfAll, answer(dormant, []any{"a", "A", 6.0, nil, 40.0, "2017/2018"}), ""},

		{"use", placesFilled, answer(used, []any{"A", 90.0, 13.0, 77.0, 0.144}, []any{"B", 10.0, 12.0, -2.0, 1.2}), "Students used 25 % of the places that the agreements in effect offer"},
		{"too few to say", placesFilled, answer(used, []any{"A", 90.0, 13.0, 77.0, 0.144}), ""},

		{"partner sent more", mostImbalanced, answer(term, []any{"A", "2013/2014", 5.0, 24.0, 103.0, -79.0}, []any{"B", "2010/2011", 8.0, 20.0, 10.0, 10.0}), "A has sent 79 more students than it received since 2013/14"},
		{"partner received more", mostImbalanced, answer(term, []any{"B", "2010/2011", 8.0, 30.0, 10.0, 20.0}, []any{"A", "2013/2014", 5.0, 4.0, 10.0, -6.0}), "B has received 20 more students than it sent since 2010/11"},
		{"two level", mostImbalanced, answer(term, []any{"A", "2013/2014", 5.0, 24.0, 44.0, -20.0}, []any{"B", "2010/2011", 8.0, 30.0, 10.0, 20.0}), ""},
		{"hardly out of balance", mostImbalanced, answer(term, []any{"A", "2013/2014", 5.0, 24.0, 33.0, -9.0}, []any{"B", "2010/2011", 8.0, 10.0, 10.0, 0.0}), ""},
	})
}

func TestFindingOfNeglectedPartners(t *testing.T) {
	const columns = "institution ever_active exchanged projects agreements last_year"
	checkRules(t, []rule{
		{"silent", neglected, answer(columns, []any{"A", 30.0, 7.0, 5.0, 1.0, "2014/2015"}, []any{"B", 30.0, 0.0, 1.0, 0.0, "2013/2014"}), "2 of 30 partners once active have been silent for three years or more"},
		{"one", neglected, answer(columns, []any{"A", 30.0, 7.0, 5.0, 1.0, "2014/2015"}), ""},
	})
}

func TestFindingsOfAllianceActivation(t *testing.T) {
	const columns = "alliance members active_members tied_members activation all_members all_tied all_active"
	checkRules(t, []rule{
		{"one leads", activated, answer(columns, []any{"U", 26.0, 9.0, 12.0, 0.35, 40.0, 15.0, 10.0}, []any{"I", 20.0, 1.0, 3.0, 0.05, 40.0, 15.0, 10.0}), "U brings the most: 9 of 26 named members have a project running"},
		{"level", activated, answer(columns, []any{"U", 20.0, 2.0, 2.0, 0.1, 40.0, 4.0, 4.0}, []any{"I", 20.0, 2.0, 3.0, 0.1, 40.0, 4.0, 4.0}), ""},
		{"a share of few is not compared", activated, answer(columns, []any{"U", 20.0, 2.0, 2.0, 0.1, 23.0, 5.0, 5.0}, []any{"I", 3.0, 3.0, 3.0, 1.0, 23.0, 5.0, 5.0}), "U brings the most: 2 of 20 named members have a project running"},
		{"none", activated, answer(columns, []any{"U", 26.0, 0.0, 2.0, 0.0, 26.0, 2.0, 0.0}), "None of 26 named members has a project running; partners among them: 2"},
		{"few and none", activated, answer(columns, []any{"U", 4.0, 0.0, 2.0, 0.0, 4.0, 2.0, 0.0}), ""},
	})
}

func TestFindingsOfPlacesSideBySide(t *testing.T) {
	const columns = "country_code place region region_name chosen both_ways partners growth early_students"
	all := func(chosen bool, others ...float64) [][]any {
		rows := [][]any{{"DE", "Germany", "europe", "Europe", chosen, 50.0, 9.0, 0.5, 30.0}}
		for i, n := range others {
			rows = append(rows, []any{string(rune('A' + i)), "P", "europe", "Europe", false, n, 3.0, 0.1, 30.0})
		}
		return rows
	}
	checkRules(t, []rule{
		{"the second", placedAmong, answer(columns, all(true, 60, 20)...), "Germany is number 2 of 3 places in Europe by exchange students"},
		{"level with another", placedAmong, answer(columns, all(true, 50, 20)...), ""},
		{"too few places", placedAmong, answer(columns, all(true, 60)...), ""},
		{"none is chosen", placedAmong, answer(columns, all(false, 60, 20)...), "Of the largest places, exchange with Germany grew the most: +50 %"},
		{"two to compare", placedAmong, answer(columns, all(false, 60)...), ""},
	})
}

func TestWeightiestKeepsTheOrderOfEndDates(t *testing.T) {
	table := answer("institution days_left recent_students running", []any{"A", 10.0, 1.0, 0.0}, []any{"B", 20.0, 9.0, 0.0}, []any{"C", 30.0, 0.0, 5.0}, []any{"D", 40.0, 9.0, 1.0})
	if got := cells(table, weightiest(table, 3), "institution"); len(got) != 3 || got[0] != "A" || got[1] != "B" || got[2] != "D" {
		t.Errorf("drawn are %v, want A, B and D", got)
	}
}
