package guess_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"meridian/data/guess"
	"meridian/data/ingest"
)

func folder(files map[string]string) fs.FS {
	made := fstest.MapFS{}
	for name, content := range files {
		made[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return made
}

func propose(t *testing.T, files fs.FS, settings string) *guess.Proposal {
	t.Helper()
	p, err := guess.Propose(context.Background(), ingest.Source{Dataset: files, Geo: os.DirFS("../geo"), Settings: []byte(settings)})
	if err != nil {
		t.Fatal(err)
	}
	written, problem := ingest.ParseSettings([]byte(p.YAML))
	if problem != nil {
		t.Fatalf("the YAML cannot be read: %s\n%s", problem, p.YAML)
	}
	if diff := cmp.Diff(p.Dataset, written); diff != "" {
		t.Errorf("the YAML says something else than the proposal: %s", diff)
	}
	for _, g := range p.Guesses {
		if g.Certainty < 0 || g.Certainty > 1 || g.Says == "" {
			t.Errorf("guess %+v", g)
		}
	}
	return p
}

// theirs is which of their columns, or what else, each of ours is read from.
func theirs(f ingest.FileMapping) map[string]string {
	from := map[string]string{}
	for ours, mapped := range f.Columns {
		from[ours] = mapped.Column
		if mapped.Constant != "" {
			from[ours] = "=" + mapped.Constant
		}
	}
	return from
}

func needs(p *guess.Proposal) string {
	var all []string
	for _, need := range p.Needs {
		all = append(all, need.Key+": "+need.Says)
	}
	return strings.Join(all, "\n")
}

func TestPublicFilesAreUnderstood(t *testing.T) {
	for name, c := range map[string]struct {
		tables  map[string]string
		columns map[string]map[string]string
		start   int
	}{
		"erasmus-2013-14": {tables: map[string]string{"institution_flows.csv": "flows", "institutions.csv": "institutions"},
			columns: map[string]map[string]string{
				"institution_flows.csv": {"academic_year_id": "academic_year", "origin_institution_id": "sending_code", "origin_code": "sending_country",
					"destination_institution_id": "receiving_code", "destination_code": "receiving_country", "participants": "students"},
				"institutions.csv": {"institution_id": "erasmus_code", "name": "name", "country_code": "country", "city": "city", "lat": "lat", "lng": "lng"},
			}},
		"uis-student-flows": {start: 1, tables: map[string]string{"popular-destinations-by-origin.csv": "flows", "country-names.csv": "none"},
			columns: map[string]map[string]string{"popular-destinations-by-origin.csv": {"academic_year_id": "year", "origin_code": "origin_country_name",
				"destination_code": "dest_country_lumped", "participants": "value_lumped"}}},
		"openalex-coauthorship": {start: 1, tables: map[string]string{"country_pairs_1990_2023.csv": "copublications", "ISO2codes.csv": "none"},
			columns: map[string]map[string]string{"country_pairs_1990_2023.csv": {"academic_year_id": "year", "place_a": "country_a", "place_b": "country_b", "works": "works"}}},
		"ror": {tables: map[string]string{"ror_education_active.csv": "institutions"},
			columns: map[string]map[string]string{"ror_education_active.csv": {"institution_id": "ror_id", "ror_id": "ror_id", "name": "name",
				"country_code": "country_code", "city": "city", "lat": "lat", "lng": "lng", "kind": "=university"}}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(realData(), name)
			if _, err := os.Stat(dir); err != nil {
				t.Skipf("the public data set is not there: %v", err)
			}
			p := propose(t, os.DirFS(dir), "")
			tables := map[string]string{}
			for _, file := range p.Dataset.Files {
				tables[file.File] = file.Table
				if want, ok := c.columns[file.File]; ok {
					if diff := cmp.Diff(want, theirs(file)); diff != "" {
						t.Errorf("%s: %s", file.File, diff)
					}
				}
			}
			if diff := cmp.Diff(c.tables, tables); diff != "" {
				t.Error(diff)
			}
			if p.Dataset.AcademicYear.StartMonth != c.start {
				t.Errorf("years start in month %d", p.Dataset.AcademicYear.StartMonth)
			}
		})
	}
}

func realData() string {
	if dir := os.Getenv("MERIDIAN_REAL_DATA"); dir != "" {
		return dir
	}
	return "../../../shared/real-data"
}

func TestOtherCountriesAreNoPlace(t *testing.T) {
	p := propose(t, folder(map[string]string{"flows.csv": "year,origin country,destination country,students\n" +
		"2015,Chinaa,Japan,5\n2016,China,United States,5\n2017,China,Other countries,6\n2017,Japan,Netherlands Antilles,6\n"}), "")
	if values := p.Dataset.Files[0].Columns["destination_code"].Values; values["Other countries"] != "ZZ" || len(values) != 1 {
		t.Errorf("values %v", values)
	}
	if !strings.Contains(needs(p), "nearest to “Chinaa”: CN, ") {
		t.Errorf("the nearest place is not named: %s", needs(p))
	}
	if !strings.Contains(needs(p), "Netherlands Antilles") {
		t.Errorf("a place that is no more is not asked about: %s", needs(p))
	}
}

func TestChineseHeaders(t *testing.T) {
	p := propose(t, folder(map[string]string{
		"交換生名單.csv": "學年,學號,流向,院校,國家／地區,學院,人數\n2017/18,s1,來港交換生,臺灣大學,台灣,工程學院,1\n2017/18,s2,派出,東京大學,日本,商學院,2\n",
		"合作院校.csv":  "院校代码,院校名称,国家,城市\nNTU,臺灣大學,台湾,台北\nUT,東京大學,日本,东京\n",
		"协议.csv":    "协议编号,院校代码,协议类型,协议开始日期,协议结束日期\nA1,NTU,谅解备忘录,2016-01-01,2020-12-31\nA2,UT,学生交换协议,2017-09-01,2022-08-31\n",
	}), "")
	got := map[string]map[string]string{}
	entries := map[string]ingest.FileMapping{}
	for _, file := range p.Dataset.Files {
		got[file.Table], entries[file.Table] = theirs(file), file
	}
	want := map[string]map[string]string{
		"mobility":     {"academic_year_id": "學年", "direction": "流向", "institution_id": "院校", "country_code": "國家／地區", "faculty": "學院", "participants": "人數"},
		"institutions": {"institution_id": "院校代码", "name": "院校名称", "country_code": "国家", "city": "城市", "kind": "=university"},
		"agreements":   {"agreement_id": "协议编号", "institution_id": "院校代码", "kind": "协议类型", "start_date": "协议开始日期", "end_date": "协议结束日期"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"來港交換生": "inbound", "派出": "outbound"}, entries["mobility"].Columns["direction"].Values); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"谅解备忘录": "mou", "学生交换协议": "exchange"}, entries["agreements"].Columns["kind"].Values); diff != "" {
		t.Error(diff)
	}
	lookup := entries["mobility"].Columns["institution_id"].Lookup
	if lookup == nil || lookup.File != "合作院校.csv" || lookup.Key != "院校名称" || lookup.Value != "院校代码" {
		t.Errorf("names are not looked up: %+v", lookup)
	}
	if !strings.Contains(needs(p), "home_place") {
		t.Errorf("needs %s", needs(p))
	}
}

func TestPartnersWithoutIdsAreKnownByTheirNames(t *testing.T) {
	p := propose(t, folder(map[string]string{
		"partners.csv": "Institution Name,Country,City\nDelft University of Technology,Netherlands,Delft\nBoston University,United States,Boston\n",
		"list.csv": "Ref No.,Partner Institution,Type of Agreement,Date Signed,Expiry Date,Status\n" +
			"A-1,Delft University of Technology,MoU,05/09/2016,04/09/2021,Active\nA-2,Boston University,Handshake,13/01/2017,12/01/2022,Expired\n",
	}), "")
	agreements, partners := p.Dataset.Files[0], p.Dataset.Files[1]
	if diff := cmp.Diff(map[string]string{"institution_id": "Institution Name", "name": "Institution Name", "country_code": "Country",
		"city": "City", "kind": "=university"}, theirs(partners)); diff != "" {
		t.Error(diff)
	}
	if mapped := agreements.Columns["institution_id"]; mapped.Column != "Partner Institution" || mapped.Lookup != nil {
		t.Errorf("partners of agreements: %+v", mapped)
	}
	if diff := cmp.Diff(map[string]string{"MoU": "mou"}, agreements.Columns["kind"].Values); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"Active": "true", "Expired": "false"}, agreements.Columns["in_effect"].Values); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(needs(p), "the meaning of “Handshake”") {
		t.Errorf("needs %s", needs(p))
	}
}
