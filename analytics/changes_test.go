package analytics

import (
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"meridian/analytics/disclose"
	"meridian/analytics/lang"
	"meridian/data/ingest"
	"meridian/data/library"
)

// TestChanges compares two small data sets as a reader would see it before committing an import.
func TestChanges(t *testing.T) {
	ctx := t.Context()
	kept, err := library.Open(ctx, library.Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	var versions []string
	var networks []*Network
	for _, files := range []map[string]string{
		{"mobility.csv": "academic_year_id,direction,institution_id,participants\n2017/18,outbound,leeds,10\n"},
		{"mobility.csv": "academic_year_id,direction,institution_id,participants\n2017/18,outbound,leeds,12\n2017/18,outbound,porto,5\n"},
	} {
		files["dataset.yaml"] = "id: mine\nname: Mine\nhome_place: HK\nas_of: 2018-08-31\n"
		files["institutions.csv"] = "institution_id,name,name_zh_hant,country_code\nleeds,University of Leeds,,GB\nporto,University of Porto,波爾圖大學,PT\n"
		tree := fstest.MapFS{}
		for name, text := range files {
			tree[name] = &fstest.MapFile{Data: []byte(text)}
		}
		draft, _, err := kept.Build(ctx, ingest.Source{Dataset: tree, Geo: os.DirFS("../data/geo")}, library.Origin{Kind: library.Upload})
		if err != nil {
			t.Fatal(err)
		}
		snapshot, err := kept.Snapshot(ctx, draft.Version()) // of a draft: a dry run is compared before it is committed
		if err != nil {
			t.Fatal(err)
		}
		defer snapshot.Close()
		network, err := New(ctx, snapshot)
		if err != nil {
			t.Fatal(err)
		}
		versions, networks = append(versions, draft.Version()), append(networks, network)
	}
	compared, err := kept.Compare(ctx, versions[0], versions[1])
	if err != nil {
		t.Fatal(err)
	}
	answer, err := Changes(ctx, compared, networks[0], networks[1], disclose.Off, lang.Traditional)
	if err != nil {
		t.Fatal(err)
	}
	if answer.From != versions[0] || answer.To != versions[1] || answer.Partners.Added != 1 || answer.Partners.Gone != 0 {
		t.Errorf("%+v", answer)
	}
	if want := (Partner{"porto", "波爾圖大學", "PT", "葡萄牙"}); !slices.Equal(answer.Partners.AddedList, []Partner{want}) {
		t.Errorf("partners added: %+v", answer.Partners.AddedList)
	}
	figure := answer.Figures[slices.IndexFunc(answer.Figures, func(f FigureChange) bool { return f.ID == "outbound-overseas" })]
	if figure.Before == nil || *figure.Before != 10 || figure.After == nil || *figure.After != 17 || *figure.Difference != 7 || figure.Label != "海外外訪交流生" {
		t.Errorf("figure %+v", figure)
	}
	if !slices.Contains(answer.Tables, TableChange{Table: "mobility", Before: 1, After: 2, Added: 2, Removed: 1}) {
		t.Errorf("tables %+v", answer.Tables)
	}
}

// Versions differ in their alliances, and so in their figures: one that only one version has is told as come or gone.
func TestFiguresOfOneVersionOnlyAreCompared(t *testing.T) {
	members := 27.0
	ista, gone := KPIAnswer{ID: "ista-members", Label: "Members of ISTA", Display: "27", Value: &members}, ChangesAnswer{}
	gone.addFigure(ista, sameFigure([]KPIAnswer{{ID: "projects"}}, ista))
	gone.addFigure(sameFigure(nil, ista), ista)
	if len(gone.Figures) != 2 {
		t.Fatalf("%d figures, want two", len(gone.Figures))
	}
	for i, want := range [][2]string{{"27", "–"}, {"–", "27"}} {
		if f := gone.Figures[i]; f.Label != "Members of ISTA" || f.BeforeDisplay != want[0] || f.AfterDisplay != want[1] || f.Difference != nil {
			t.Errorf("told as %+v, want %v without a difference", f, want)
		}
	}
}
