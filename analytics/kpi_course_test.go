package analytics

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/analytics/lang"
	"meridian/data/store"
)

// uppsala is a Swedish university's register: three years, the last not over, and what else its files say.
func uppsala(t *testing.T, asOf string, mobility []string) *Network {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"dataset.yaml":     "id: uppsala\nname: Uppsala\nhome_place: SE\nas_of: " + asOf + "\n",
		"institutions.csv": "institution_id,name,country_code\nleeds,University of Leeds,GB\nporto,University of Porto,PT\nwits,University on the Reef,ZA\n",
		"mobility.csv":     "academic_year_id,direction,institution_id,country_code,participants\n" + strings.Join(mobility, "\n") + "\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
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

func register() []string {
	return []string{
		"2021/22,outbound,leeds,,200", "2021/22,inbound,wits,,20",
		"2022/23,outbound,leeds,,220", "2022/23,outbound,porto,,7", "2022/23,inbound,wits,,30",
		"2023/24,outbound,leeds,,180", "2023/24,inbound,wits,,5",
	}
}

// keyFigure gives a key figure of the overview, and whether there is one.
func keyFigure(t *testing.T, n *Network, id string, l lang.Lang) (KPIAnswer, bool) {
	t.Helper()
	answers, err := n.KPIs(t.Context(), "overview", Question{Lang: l})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(answers, func(a KPIAnswer) bool { return a.ID == id })
	if at < 0 {
		return KPIAnswer{}, false
	}
	return answers[at], true
}

// A year that is not over is neither the value nor what the change leads to.
func TestYearlyFiguresAreOfTheLastWholeYear(t *testing.T) {
	n := uppsala(t, "2024-03-01", register())
	for l, want := range map[lang.Lang]string{lang.English: "in 2022/23", lang.Traditional: "2022/23 學年", lang.Simplified: "2022/23 学年"} {
		a, _ := keyFigure(t, n, "outbound-overseas", l)
		if a.Display != "227" || a.Year != "2022/2023" || a.Note != want || len(a.Spark) != 2 {
			t.Errorf("%s: %s students, year %q, note %q, course %v", l, a.Display, a.Year, a.Note, a.Spark)
		}
		if a.Change == nil || a.Change.Value != 27 || a.Change.Against != "2021/22" {
			t.Errorf("%s: changed by %+v", l, a.Change)
		}
	}
	later, _ := keyFigure(t, uppsala(t, "2024-09-01", register()), "outbound-overseas", lang.English)
	if later.Display != "180" || later.Note != "in 2023/24" {
		t.Errorf("once the year is over: %s, %q", later.Display, later.Note)
	}
	changed, err := n.headlines(t.Context(), Question{Lang: lang.English})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(changed, func(a KPIAnswer) bool { return a.ID == "outbound-overseas" && a.Display == "227" }) {
		t.Error("what changed is told of another year than the card")
	}
}

func TestAYearThatIsNotWholeIsSaidToBe(t *testing.T) {
	a, _ := keyFigure(t, uppsala(t, "2024-03-01", register()[5:]), "outbound-overseas", lang.English)
	if a.Display != "180" || a.Note != "in 2023/24, as far as it is recorded" {
		t.Errorf("%s, %q", a.Display, a.Note)
	}
}

// Three partners are on the register; two of them are those students were sent to, and that is what is said.
func TestPartnersSayWhichDirectionTheyCount(t *testing.T) {
	n := uppsala(t, "2024-03-01", register())
	for id, want := range map[string]string{
		"exchange-partners": "partners that students were sent to, in 2022/23", "exchange-places": "that students were sent to, in 2022/23",
	} {
		if a, _ := keyFigure(t, n, id, lang.English); a.Display != "2" || a.Note != want {
			t.Errorf("%s: %s, %q", id, a.Display, a.Note)
		}
	}
	if a, _ := keyFigure(t, network(t), "exchange-partners", lang.English); a.Display != "230" || a.Note != "overseas, in the last academic year" || a.Year != "" {
		t.Errorf("the published number of partners is %s, %q, of %q", a.Display, a.Note, a.Year)
	}
}

func TestFlowsSayTheirYear(t *testing.T) {
	a, ok := keyFigure(t, wholeNetwork(t), "people-moving", lang.English)
	if !ok || a.Note != "in "+a.Spark[len(a.Spark)-1].Year {
		t.Errorf("people moving: %q", a.Note)
	}
}

// A sum over years is no number of people who came.
func TestPeopleOverSeveralYearsAreCountedOnceAYear(t *testing.T) {
	for l, want := range map[lang.Lang]string{lang.English: "Counted once a year, ", lang.Traditional: "每年各計一次", lang.Simplified: "每年各计一次"} {
		answer, err := wholeNetwork(t).Chart(t.Context(), "flow-map", Question{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(answer.Summary, want) {
			t.Errorf("%s: %q", l, answer.Summary)
		}
	}
}

// Students counted by place only say nothing of partners, nor of projects.
func TestWhatIsNotRecordedIsNoZero(t *testing.T) {
	n := uppsala(t, "2024-09-01", []string{"2022/23,outbound,,GB,220", "2022/23,outbound,,CN,20", "2022/23,outbound,,PT,80"})
	for _, id := range []string{"exchange-partners", "alliances", "projects"} {
		if a, ok := keyFigure(t, n, id, lang.English); ok {
			t.Errorf("%s is shown as %s", id, a.Display)
		}
	}
	regions, err := n.Chart(t.Context(), "network-by-region", Question{Lang: lang.English})
	if err != nil {
		t.Fatal(err)
	}
	drawn := words(t, regions.Option, nil)
	for _, absent := range []string{"Partners", "Projects"} {
		if strings.Contains(drawn, absent) {
			t.Errorf("%s are drawn", absent)
		}
	}
	if strings.Contains(regions.Summary, "of partners") || strings.Contains(regions.Summary, "of projects") || !strings.Contains(regions.Summary, "% of exchange students") {
		t.Errorf("told as %q", regions.Summary)
	}
}
