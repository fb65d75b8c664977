package analytics

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"meridian/analytics/chart"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/data/store"
)

// lisbon is the network of a university that has nothing to do with Hong Kong.
func lisbon(t *testing.T) *Network {
	t.Helper()
	snapshot, report, err := store.Load(t.Context(), store.Source{Dataset: lisbonFiles(), Geo: os.DirFS("../data/geo")})
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

// words gives an answer as the text a reader gets.
func words(t *testing.T, answer any, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestNothingSpeaksOfHongKongWhereItIsNotHome(t *testing.T) {
	n := lisbon(t)
	theirs := regexp.MustCompile(`Hong Kong|HKD|PolyU|[Mm]ainland|香港|來港|来港|港元|內地|内地|理工`)
	// The Chinese mainland is one of the world's regions, whoever counts in which of them partners are active.
	regions := strings.NewReplacer("Chinese mainland", "", "中國內地", "", "中国内地", "")
	check := func(name, text string) {
		if name == "regional-coverage" {
			text = strings.ReplaceAll(regions.Replace(text), `"mainland"`, "")
		}
		for _, at := range theirs.FindAllStringIndex(text, -1) {
			t.Errorf("%s: …%s…", name, text[max(0, at[0]-60):min(len(text), at[1]+30)])
		}
	}
	for _, l := range lang.All() {
		q := Question{Lang: l}
		for _, entry := range n.Charts(l) {
			if entry.Available {
				answer, err := n.Chart(t.Context(), entry.ID, q)
				check(entry.ID, words(t, answer, err))
			}
		}
		for _, page := range n.Pages() {
			answer, err := n.KPIs(t.Context(), string(page), q)
			check("key figures of "+string(page), words(t, answer, err))
		}
		alliances, err := n.Alliances(t.Context(), q)
		check("alliances", words(t, alliances, err))
		history, err := n.History(t.Context(), q)
		check("history", words(t, history, err))
		check("filters", words(t, n.Dimensions(l), nil))
	}
}

func TestAPageAboutTheMainlandNeedsSomethingToSay(t *testing.T) {
	if pages := lisbon(t).Pages(); slices.Contains(pages, chart.Mainland) || len(pages) != 6 {
		t.Errorf("Lisbon has the pages %v, want six without the Chinese mainland's", pages)
	}
	if pages := network(t).Pages(); !slices.Contains(pages, chart.Mainland) {
		t.Errorf("the default data set has the pages %v", pages)
	}
	answers, err := lisbon(t).KPIs(t.Context(), "mobility", Question{Lang: lang.English})
	split := func(a KPIAnswer) bool { return strings.Contains(a.ID, "mainland") }
	if err != nil || len(answers) < 3 || slices.ContainsFunc(answers, split) {
		t.Errorf("Lisbon's mobility has the key figures %+v (%v), among them none of the split, which is Hong Kong's", answers, err)
	}
}

func TestMoneyIsInTheDataSetsCurrency(t *testing.T) {
	for l, want := range map[lang.Lang]string{lang.English: "EUR", lang.Traditional: "歐元", lang.Simplified: "欧元"} {
		aid, err := lisbon(t).Chart(t.Context(), "aid-coverage", Question{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(aid.Columns, func(c table.Column) bool { return c.Name == "aid_amount" })
		if at < 0 || aid.Columns[at].Unit != want {
			t.Errorf("%s: aid is in %v, want %s", l, aid.Columns, want)
		}
	}
}

// What is not stated counts in totals, is no place and is on no map.
func TestWhatIsNotStatedIsCountedButNoPlace(t *testing.T) {
	n := lisbon(t)
	flows, err := n.Chart(t.Context(), "mobility-flows", Question{Lang: lang.English})
	if err != nil {
		t.Fatal(err)
	}
	last := flows.Rows[len(flows.Rows)-1]
	if last[0] != "ZZ" || last[1] != "Other or not stated" || len(flows.Rows) != 13 {
		t.Errorf("%d rows end with %v, want the 12 places and what is not stated", len(flows.Rows), last)
	}
	if !strings.Contains(flows.Summary, "from 12 countries and regions") && !strings.Contains(flows.Title, "12 places") {
		t.Errorf("told as %q, %q", flows.Title, flows.Summary)
	}
	if drawn := words(t, flows.Option, nil); strings.Contains(drawn, "Other or not stated") {
		t.Error("the map shows what is not stated")
	}
	figures, err := n.KPIs(t.Context(), "overview", Question{Lang: lang.English})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range figures {
		if k.ID == "inbound-overseas" && k.Display != "450" {
			t.Errorf("%s came, want 450: 429 from places and 21 from nobody knows where", k.Display)
		}
	}
}

func TestAHomeKeepsItsOwnMeridianAndWorld(t *testing.T) {
	for name, c := range map[string]struct {
		network *Network
		file    string
		drawn   string
	}{
		"Lisbon":    {lisbon(t), "meridian-atlantic", `"map":"meridian-atlantic@-9.16"`},
		"Hong Kong": {network(t), "meridian-world", `"map":"meridian-world@114.18"`},
	} {
		answer, err := c.network.Chart(t.Context(), "partner-map", Question{Lang: lang.English})
		if err != nil {
			t.Fatal(err)
		}
		if drawn := words(t, answer.Option, nil); !slices.Equal(answer.Maps, []string{c.file}) || !strings.Contains(drawn, c.drawn) {
			t.Errorf("%s: loads %v and does not draw %s", name, answer.Maps, c.drawn)
		}
	}
}
