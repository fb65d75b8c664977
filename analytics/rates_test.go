package analytics

import (
	"math"
	"os"
	"testing"
	"testing/fstest"

	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/analytics/trend"
	"meridian/data/store"
)

// small is the network of a handful of files.
func small(t *testing.T, files fstest.MapFS) *Network {
	t.Helper()
	snapshot, report, err := store.Load(t.Context(), store.Source{Dataset: files, Geo: os.DirFS("../data/geo")})
	if err != nil {
		t.Fatalf("%v: %v", err, report)
	}
	t.Cleanup(func() {
		if err := snapshot.Close(); err != nil {
			t.Error(err)
		}
	})
	n, err := New(t.Context(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func answerOf(t *testing.T, n *Network, metric string, f filter.Filter) *table.Table {
	t.Helper()
	a, err := n.Answer(t.Context(), metric, Question{Filter: f, Lang: lang.English})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// holds compares measures of the row that matches with values worked out by hand; NaN stands for none.
func holds(t *testing.T, a *table.Table, where map[string]string, want map[string]float64) {
	t.Helper()
	r := a.Find(where)
	if r < 0 {
		t.Errorf("no row %v among %v", where, a.Rows)
		return
	}
	for column, v := range want {
		got, known := a.Num(r, column)
		if known == math.IsNaN(v) || known && math.Abs(got-v) > 1e-6 {
			t.Errorf("%v: %s is %v (%v), want %v", where, column, got, known, v)
		}
	}
}

func TestRatesAgainstEnrolment(t *testing.T) {
	n := small(t, ratesFiles())
	all := answerOf(t, n, "mobility_rates", filter.Filter{})
	if all.Len() != 2 {
		t.Errorf("a year without enrolment has a rate: %v", all.Rows)
	}
	holds(t, all, map[string]string{"academic_year_id": "2016/2017"}, map[string]float64{
		"enrolled": 1000, "outbound_students": 60, "participation_rate": 0.06, "outbound": 40, "outbound_ratio": 0.04,
		"inbound": 40, "inbound_rate": 0.04, "net": 0, "net_ratio": 0,
	})
	last := map[string]string{"academic_year_id": "2017/2018"}
	holds(t, all, last, map[string]float64{"enrolled": 1000, "participation_rate": 0.08, "inbound_rate": 0.04, "net": -40, "net_ratio": -0.04})
	holds(t, answerOf(t, n, "mobility_rates", filter.Filter{Faculty: []string{"F1"}}), last,
		map[string]float64{"enrolled": 500, "outbound_students": 40, "participation_rate": 0.08, "net": -10})
	holds(t, answerOf(t, n, "mobility_rates", filter.Filter{Region: []string{"mainland"}}), last,
		map[string]float64{"enrolled": 1000, "outbound": 20, "outbound_ratio": 0.02, "inbound": 0, "net": -20})
}

func TestConcentrationOfPartners(t *testing.T) {
	n := small(t, ratesFiles())
	last := map[string]string{"academic_year_id": "2017/2018"}
	// 70, 30 and 20 of 120 students.
	holds(t, answerOf(t, n, "partner_concentration", filter.Filter{}), last, map[string]float64{
		"partners": 3, "participants": 120, "hhi": 0.43055556, "effective_partners": 2.32258065, "shannon": 0.95961556, "evenness": 0.87347968, "top_share": 0.58333333,
	})
	// A half and two quarters.
	holds(t, answerOf(t, n, "partner_concentration", filter.Filter{Direction: []string{"outbound"}}), last, map[string]float64{
		"hhi": 0.375, "effective_partners": 8.0 / 3, "shannon": 1.5 * math.Ln2, "evenness": 1.5 * math.Ln2 / math.Log(3), "top_share": 0.5,
	})
	holds(t, answerOf(t, n, "partner_concentration", filter.Filter{Place: []string{"DE"}}), last, map[string]float64{
		"partners": 1, "hhi": 1, "effective_partners": 1, "shannon": 0, "evenness": math.NaN(),
	})
}

func TestRegionalCoverage(t *testing.T) {
	n := small(t, ratesFiles())
	a := answerOf(t, n, "regional_coverage", filter.Filter{})
	// Nine regions: all but East Asia, where home is. In 2017/18 a project alone makes North America active.
	holds(t, a, map[string]string{"academic_year_id": "2015/2016"}, map[string]float64{"covered_regions": 2, "target_regions": 9, "coverage": 2.0 / 9})
	holds(t, a, map[string]string{"academic_year_id": "2017/2018"}, map[string]float64{"covered_regions": 3, "coverage": 3.0 / 9})
	where := answerOf(t, n, "region_activity", filter.Filter{})
	holds(t, where, map[string]string{"academic_year_id": "2017/2018", "region": "europe"}, map[string]float64{"active_partners": 2})
	holds(t, where, map[string]string{"academic_year_id": "2017/2018", "region": "africa"}, map[string]float64{"active_partners": math.NaN()})
	named := small(t, ratesWith("targets.csv", "regional_coverage,2017/2018,europe,,1", "regional_coverage,2017/2018,africa,,1"))
	holds(t, answerOf(t, named, "regional_coverage", filter.Filter{}), map[string]string{"academic_year_id": "2017/2018"},
		map[string]float64{"covered_regions": 1, "target_regions": 2, "coverage": 0.5})
}

func TestTargetsAndWhatWasReached(t *testing.T) {
	n := small(t, ratesFiles())
	a := answerOf(t, n, "target_attainment", filter.Filter{})
	row := func(metric, region, place string) map[string]string {
		return map[string]string{"target_metric": metric, "region": region, "country_code": place, "academic_year_id": "2017/2018"}
	}
	for _, c := range []struct {
		where map[string]string
		want  map[string]float64
	}{
		{row("exchange_out_overseas", "", ""), map[string]float64{"actual_people": 60, "aim": 50, "attainment": 1.2}},
		{row("exchange_out_overseas", "europe", ""), map[string]float64{"actual_people": 60, "aim": 80, "attainment": 0.75}},
		{row("exchange_out_overseas", "africa", ""), map[string]float64{"actual_people": 0, "aim": 5, "attainment": 0}},
		{row("exchange_in_overseas", "", "DE"), map[string]float64{"actual_people": 30, "aim": 40, "attainment": 0.75}},
		{row("exchange_out_mainland_taiwan", "", ""), map[string]float64{"actual_people": 20, "attainment": 0.8}},
		{row("exchange_partners", "", ""), map[string]float64{"actual_count": 2, "actual_people": math.NaN(), "attainment": 0.5}},
		{row("exchange_partner_places", "", ""), map[string]float64{"actual_count": 2, "attainment": 1}},
		{row("collaborative_projects", "", ""), map[string]float64{"actual_count": 2, "attainment": 1}},
		{map[string]string{"academic_year_id": "2018/2019"}, map[string]float64{"actual_people": math.NaN(), "aim": 70, "attainment": math.NaN()}},
	} {
		holds(t, a, c.where, c.want)
	}
	europe := answerOf(t, n, "target_attainment", filter.Filter{Region: []string{"europe"}})
	if europe.Len() != 2 {
		t.Errorf("Europe's own target and Germany's are told as %v", europe.Rows)
	}
	holds(t, europe, row("exchange_out_overseas", "europe", ""), map[string]float64{"attainment": 0.75})
	trended := answerOf(t, n, "mobility_trend", filter.Filter{})
	holds(t, trended, map[string]string{"academic_year_id": "2017/2018", "direction": "outbound"}, map[string]float64{"target": 75})
}

// The query's growth is that of the package that fits the lines.
func TestGrowthByRegionAndPlace(t *testing.T) {
	n := small(t, ratesFiles())
	a := answerOf(t, n, "mobility_growth", filter.Filter{})
	yearly, _ := trend.CAGR(25, 100, 2)
	last, _ := trend.Growth(60, 100)
	holds(t, a, map[string]string{"region": "europe"}, map[string]float64{
		"growth_years": 2, "first_participants": 25, "previous_participants": 60, "participants": 100, "cagr": yearly, "year_on_year": last,
	})
	if yearly != 1 {
		t.Errorf("from 25 to 100 in two years is doubling each, not %v", yearly)
	}
	holds(t, a, map[string]string{"region": "north-america"}, map[string]float64{"first_participants": 60, "participants": 0, "cagr": math.NaN(), "year_on_year": math.NaN()})
	holds(t, answerOf(t, n, "mobility_growth", filter.Filter{Region: []string{"europe"}}), map[string]string{"country_code": "DE"},
		map[string]float64{"first_participants": 25, "participants": 70, "cagr": math.Sqrt(2.8) - 1})
}

func TestLevelsKindsAndFaculties(t *testing.T) {
	n := small(t, ratesFiles())
	year := filter.Filter{From: "2016/2017", To: "2016/2017"}
	levels := answerOf(t, n, "mobility_levels", year)
	holds(t, levels, map[string]string{"field": "03", "level_code": "bachelor"}, map[string]float64{"participants": 50, "field_participants": 50, "field_share": 50.0 / 80})
	holds(t, levels, map[string]string{"field": "06", "level_code": "master"}, map[string]float64{"participants": 10})
	holds(t, levels, map[string]string{"field": "unstated", "level_code": "unstated"}, map[string]float64{"participants": 20})
	holds(t, answerOf(t, n, "mobility_kinds", year), map[string]string{"mobility_kind": "staff-teacher"}, map[string]float64{"people": 2, "year_people": 102, "kind_share": 2.0 / 102})
	// The 85 of the year without enrolment are no part of the rate: 30 + 20 + 40 of 600 + 500.
	faculties := answerOf(t, n, "faculty_benchmark", filter.Filter{})
	holds(t, faculties, map[string]string{"faculty": "F1"}, map[string]float64{
		"projects": 1, "partners": 2, "outbound": 155, "inbound": 50, "outbound_students": 90, "enrolled": 1100, "participation_rate": 90.0 / 1100, "mean_participation": 140.0 / 2000,
	})
	holds(t, faculties, map[string]string{"faculty": "F2"}, map[string]float64{"projects": 1, "partners": 3, "outbound": 50, "inbound": 30, "mean_outbound": 102.5})
}

// One kind alone is told by the other charts.
func TestKindsAreShownWhereThereAreSeveral(t *testing.T) {
	if !network(t).available["mobility-kinds"] {
		t.Error("the default data set has four kinds, and no chart of them")
	}
	if lisbon(t).available["mobility-kinds"] {
		t.Error("a data set of exchange alone has a chart of kinds")
	}
}

func TestSharesAmongKeyFigures(t *testing.T) {
	n := small(t, ratesFiles())
	figures, err := n.KPIs(t.Context(), "mobility", Question{Lang: lang.English})
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]KPIAnswer{}
	for _, f := range figures {
		shown[f.ID] = f
	}
	for id, want := range map[string][2]string{
		"participation-rate": {"8\u00a0%", "+2 points"}, "net-flow": {"−40", "−40"}, "effective-partners": {"2", "0"},
	} {
		f := shown[id]
		if f.Display != want[0] || f.Change == nil || f.Change.Display != want[1] || f.Year != "2017/2018" {
			t.Errorf("%s is %s of %s and moved by %+v, want %v", id, f.Display, f.Year, f.Change, want)
		}
	}
	if !shown["participation-rate"].Share || shown["net-flow"].Share {
		t.Error("a share is not told from a number")
	}
}
