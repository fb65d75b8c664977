package server

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
)

func decodeBody(body io.Reader, into any) error { return json.NewDecoder(body).Decode(into) }

// Every figure below was computed outside the program, from the files as they are.

func TestErasmusFlows(t *testing.T) {
	p := openPublished(t, "erasmus-2013-14", "erasmus.yaml")
	trend := p.chart(t, "flow-trend")
	near(t, "the total", trend.sum(t, "moved", nil), 207790)
	same(t, "years that look incomplete", trend.row(t, 0, "academic_year_id", "incomplete", "origins", "destinations"), "2013/2014 false 34 33")

	places := p.chart(t, "flow-balance")
	same(t, "sending places", places.count(t, "outgoing"), 34)
	same(t, "receiving places", places.count(t, "incoming"), 33)
	near(t, "Spain sends", places.sum(t, "outgoing", map[string]string{"country_code": "ES"}), 30183)
	same(t, "the largest receiver", places.row(t, 0, "country_code", "incoming"), "ES 29845")
	for _, row := range places.Rows {
		if row[places.at(t, "outgoing")].(float64) > 30183 {
			t.Errorf("%v sends more than Spain", row)
		}
	}
	for code, want := range map[string]float64{"GB": 7276, "SE": 5447, "DE": -7121, "TR": -6979} {
		near(t, "the balance of "+code, places.sum(t, "balance", map[string]string{"country_code": code}), want)
	}

	pairs := p.chart(t, "flow-pairs")
	near(t, "directed pairs", pairs.Rows[0][pairs.at(t, "pairs")].(float64), 926)
	for r, want := range []string{"IT ES 6463", "ES IT 5859", "DE ES 5338", "DE FR 4760", "FR ES 4512", "FR GB 4238"} {
		same(t, "a top pair", pairs.row(t, r, "from_code", "to_code", "moved"), want)
	}
	near(t, "institutions", p.chart(t, "institutions-by-place").sum(t, "institutions", nil), 4919)
	p.figures(t, "overview", map[string]float64{
		"people-moving": 207790, "sending-places": 34, "receiving-places": 33, "flow-pairs": 926, "institutions": 4919, "institution-places": 34,
	})
	p.onOverview(t, "flow-map", "institutions-by-place")
	for _, code := range []string{"E ALICANT05", "E AVILA06", "E BILBAO24", "E GUADALA03", "E OVIEDO05", "I AGRIGEN02", "MK SKOPJE02"} {
		if !p.reports(code) {
			t.Errorf("the point of %s, on the wrong continent, is not reported", code)
		}
	}
}

func TestUISFlows(t *testing.T) {
	p := openPublished(t, "uis-student-flows", "uis.yaml")
	trend := p.chart(t, "flow-trend")
	near(t, "all years", trend.sum(t, "moved", nil), 54879396.562)
	for year, want := range map[string]float64{
		"2010": 2143233, "2015": 4093900.366, "2018": 4794198.872, "2019": 4169000.005, "2020": 1134758, "2021": 294,
	} {
		near(t, year, trend.sum(t, "moved", map[string]string{"academic_year_id": year}), want)
	}
	var incomplete []string
	for r := range trend.Rows {
		if cells := trend.row(t, r, "incomplete", "academic_year_id"); strings.HasPrefix(cells, "true") {
			incomplete = append(incomplete, cells[5:])
		}
	}
	// In 1998 the United States and France, more than half of 1999, are missing.
	same(t, "years that look incomplete", strings.Join(incomplete, " "), "1998 2019 2020 2021")
	if !strings.Contains(trend.Title, "2018") || !strings.Contains(trend.Note, "2019 (nothing from the United States)") || strings.Contains(trend.Title, "2021") {
		t.Errorf("the trend says %q and notes %q", trend.Title, trend.Note)
	}
	pairs := p.chart(t, "flow-pairs?from=2018&to=2018")
	for r, want := range []string{"CN US 333935.222", "CN AU 143323"} {
		same(t, "a top pair of 2018", pairs.row(t, r, "from_code", "to_code", "moved"), want)
	}
	same(t, "other countries on the map", p.chart(t, "flow-map").row(t, len(p.chart(t, "flow-map").Rows)-1, "country_code", "lng"), "ZZ <nil>")
	p.figures(t, "mobility", map[string]float64{"people-moving": 4794198.872})
	p.onOverview(t, "flow-map")
}

func TestOpenAlexPairs(t *testing.T) {
	p := openPublished(t, "openalex-coauthorship", "openalex.yaml")
	same(t, "countries", p.chart(t, "copublication-places").count(t, "works"), 248)
	pairs := p.chart(t, "copublication-pairs")
	near(t, "pairs", pairs.Rows[0][pairs.at(t, "pairs")].(float64), 21047)
	trend := p.chart(t, "copublication-trend")
	near(t, "the sum", trend.sum(t, "works", nil), 33241179)
	for year, want := range map[string]float64{"1990": 85532, "2010": 836333, "2023": 3343623} {
		near(t, year, trend.sum(t, "works", map[string]string{"academic_year_id": year}), want)
	}
	for r := range trend.Rows {
		same(t, trend.row(t, r, "academic_year_id")+" incomplete", trend.row(t, r, "incomplete"), "false")
	}
	last := p.chart(t, "copublication-pairs?from=2023&to=2023")
	for r, want := range []string{"CN US 72794", "GB US 63348", "DE US 45440"} {
		same(t, "a top pair of 2023", last.row(t, r, "code_a", "code_b", "works"), want)
	}
	partners := p.chart(t, "copublication-places?place=HK&from=2023&to=2023")
	near(t, "Hong Kong in 2023", partners.sum(t, "works", nil), 49622)
	same(t, "partners of Hong Kong", len(partners.Rows), 157)
	for r, want := range []string{"CN 23519", "US 5061", "GB 2728"} {
		same(t, "a partner of Hong Kong", partners.row(t, r, "country_code", "works"), want)
	}
	if namibia := p.chart(t, "copublication-places").sum(t, "works", map[string]string{"country_code": "NA"}); namibia == 0 {
		t.Error("Namibia is taken for a missing value")
	}
	p.figures(t, "overview", map[string]float64{"joint-works": 3343623})
	p.onOverview(t, "copublication-places")
}

func TestRORDirectory(t *testing.T) {
	p := openPublished(t, "ror", "ror.yaml")
	places := p.chart(t, "institutions-by-place")
	near(t, "records", places.sum(t, "institutions", nil), 13229)
	same(t, "countries", places.count(t, "institutions"), 204)
	for code, want := range map[string]float64{"US": 1439, "IN": 1255, "CN": 801, "HK": 15} {
		near(t, code, places.sum(t, "institutions", map[string]string{"country_code": code}), want)
	}
	p.figures(t, "overview", map[string]float64{"institutions": 13229, "institution-places": 204})
	p.onOverview(t, "institutions-by-place")
}

// figures asks the key figures of a page, which must hold these among them.
func (p published) figures(t *testing.T, subject string, want map[string]float64) {
	t.Helper()
	var answer struct {
		KPIs []struct {
			ID    string   `json:"id"`
			Value *float64 `json:"value"`
		} `json:"kpis"`
	}
	p.get(t, "kpis?subject="+subject, &answer)
	for _, figure := range answer.KPIs {
		if value, asked := want[figure.ID]; asked && figure.Value != nil {
			near(t, figure.ID, *figure.Value, value)
			delete(want, figure.ID)
		}
	}
	for id := range want {
		t.Errorf("the key figure %s is not on %s", id, subject)
	}
}

// onOverview checks which charts the overview has.
func (p published) onOverview(t *testing.T, want ...string) {
	t.Helper()
	var answer struct {
		Charts []struct {
			ID        string `json:"id"`
			Subject   string `json:"subject"`
			Available bool   `json:"available"`
		} `json:"charts"`
	}
	p.get(t, "charts", &answer)
	var got []string
	for _, chart := range answer.Charts {
		if chart.Available && chart.Subject == "overview" {
			got = append(got, chart.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the overview has %v, want %v", got, want)
	}
}

// reports tells whether the import's report names a value.
func (p published) reports(value string) bool {
	text, err := json.Marshal(p.report)
	return err == nil && strings.Contains(string(text), value)
}
