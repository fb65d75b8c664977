package match_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"meridian/data/match"
)

func TestDecisionsAboutPlaces(t *testing.T) {
	p := places(t)
	if _, ok := p.Resolve("Netherlands Antilles"); ok {
		t.Fatal("resolved without a decision")
	}
	decisions, faults, err := match.ReadDecisions(strings.NewReader("\ufeffkind;value;target;note\r\n" +
		"place;Netherlands Antilles;CW;most of it\r\nplace;Other countries;zz;\r\nplace;n/a;;none\r\nplace;Nowhere;QQ;\r\nplace;Later;?;\r\nplace;na;ZZ;\r\n"))
	if err != nil || len(faults) != 0 {
		t.Fatal(err, faults)
	}
	wrong := p.Decide(decisions)
	if len(wrong) != 1 || wrong[0].Line != 5 || wrong[0].Value != "QQ" {
		t.Errorf("faults: %+v", wrong)
	}
	for text, want := range map[string]string{"Netherlands Antilles": "CW", "Netherlands  Antilles ": "CW", "Other countries": "ZZ", "n/a": "", "na": "ZZ", "NA": "NA"} {
		if got, ok := p.Resolve(text); !ok || got.Code != want {
			t.Errorf("%q is %+v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"Nowhere", "Later"} {
		if got, ok := p.Resolve(text); ok {
			t.Errorf("%q is %+v", text, got)
		}
	}
}

func TestFaultsOfDecisions(t *testing.T) {
	for text, want := range map[string]string{
		"kind,value\nplace,X\n":                                   "column is missing",
		"kind,value,target\nplaces,X,DE\n":                        "not a kind",
		"kind,value,target\nplace,,DE\n":                          "empty",
		"kind,value,target\nplace,X,DE\nplace,X,FR\n":             "decided twice",
		"kind,value,target\ninstitution,X,https://ror.org/1234\n": "not a ROR id",
	} {
		if _, faults, err := match.ReadDecisions(strings.NewReader(text)); err != nil || len(faults) != 1 || !strings.Contains(faults[0].Reason, want) {
			t.Errorf("%q: %+v, %v", text, faults, err)
		}
	}
	if d, faults, err := match.ReadDecisions(strings.NewReader("")); err != nil || len(faults) != 0 || len(d.Rows()) != 0 {
		t.Errorf("an empty file: %v %v", faults, err)
	}
}

func TestDecisionsAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), match.DecisionsFile)
	if err := os.WriteFile(path, []byte("kind,value,target,note\nplace,\"Ω; \"\"x\"\"\",GR,\"a, b\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	content, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	decisions, _, err := match.ReadDecisions(content)
	content.Close()
	if err != nil {
		t.Fatal(err)
	}
	decisions.Put(match.Decision{Kind: match.KindInstitution, Value: "b", Target: match.Open, Note: "new"})
	decisions.Put(match.Decision{Kind: match.KindInstitution, Value: "a", Target: polyu.ID})
	decisions.Put(match.Decision{Kind: match.KindPlace, Value: "Ω; \"x\"", Target: "CY"})
	if err := decisions.WriteFile(path); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := "\ufeffkind,value,target,note\ninstitution,a,https://ror.org/0030zas98,\ninstitution,b,?,new\nplace,\"Ω; \"\"x\"\"\",CY,\"a, b\"\n"
	if string(text) != want {
		t.Errorf("the file is\n%s\nnot\n%s", text, want)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("something is left beside it: %v", entries)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("its mode became %v", info.Mode())
	}
	if err := decisions.WriteFile(filepath.Join(t.TempDir(), "none", "x.csv")); err == nil {
		t.Error("a folder that is not there is not told")
	}
}

func TestExtracts(t *testing.T) {
	for name, text := range map[string]string{
		"the format's":   "ror_id,name,aliases,acronyms,country_code,city,lat,lng,website\nhttps://ror.org/02zhqgq86,University of Hong Kong,香港大學|HK University,HKU,HK,Hong Kong,22.2,114.1,https://www.hku.hk\n",
		"ROR's schema 2": "\ufeffid,names.types.ror_display,names.types.alias,names.types.label,names.types.acronym,locations.geonames_details.country_code,locations.geonames_details.name,locations.geonames_details.lat,locations.geonames_details.lng,links.type.website,status\nhttps://ror.org/02zhqgq86,University of Hong Kong,HK University,zh: 香港大學,HKU,HK,Hong Kong,22.2,114.1,https://www.hku.hk; https://hku.hk,active\nhttps://ror.org/0030zas98,Gone,,,,HK,,,,,withdrawn\n",
	} {
		list, err := match.ReadExtract(strings.NewReader(text))
		if err != nil || len(list) != 1 {
			t.Fatalf("%s: %v, %v", name, list, err)
		}
		o := list[0]
		if o.ID != hku.ID || o.Country != "HK" || o.City != "Hong Kong" || o.Point == nil || o.Point.Lat != 22.2 || o.Website != "https://www.hku.hk" ||
			len(o.Aliases) != 2 || !strings.Contains(strings.Join(o.Aliases, "|"), "香港大學") || strings.Join(o.Acronyms, "") != "HKU" {
			t.Errorf("%s: %+v", name, o)
		}
	}
	for text, want := range map[string]string{"": "header", "a,b\n1,2\n": "ror_id", "ror_id,name,country_code\n\"x": "read the ROR extract"} {
		if _, err := match.ReadExtract(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
