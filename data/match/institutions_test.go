package match_test

import (
	"context"
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"

	"meridian/data/match"
)

func registry(t testing.TB, organisations ...match.Organisation) *match.Registry {
	t.Helper()
	r, err := match.NewRegistry(organisations)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func matched(t testing.TB, r *match.Registry, decisions *match.Decisions, institutions ...match.Institution) match.Matching {
	t.Helper()
	found, err := r.Match(context.Background(), institutions, decisions)
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Links)+len(found.Unmatched) != len(institutions) {
		t.Errorf("%d matched and %d not of %d", len(found.Links), len(found.Unmatched), len(institutions))
	}
	return found
}

// The records of real institutions; their ids are those of the Research Organization Registry.
var (
	polyu = match.Organisation{ID: "https://ror.org/0030zas98", Name: "Hong Kong Polytechnic University", Aliases: []string{"香港理工大學", "PolyU"},
		Country: "HK", City: "Hong Kong", Website: "https://www.polyu.edu.hk/"}
	hku = match.Organisation{ID: "https://ror.org/02zhqgq86", Name: "University of Hong Kong", Aliases: []string{"香港大學"},
		Acronyms: []string{"HKU"}, Country: "HK", City: "Hong Kong", Website: "https://www.hku.hk"}
	hkust = match.Organisation{ID: "https://ror.org/00q4vv597", Name: "Hong Kong University of Science and Technology",
		Aliases: []string{"香港科技大學"}, Acronyms: []string{"HKUST"}, Country: "HK", City: "Hong Kong", Website: "https://hkust.edu.hk"}
	cityu = match.Organisation{ID: "https://ror.org/03q8dnn23", Name: "City University of Hong Kong", Country: "HK", City: "Hong Kong"}
)

func TestHowInstitutionsAreMatched(t *testing.T) {
	r := registry(t, polyu, hku, hkust, cityu)
	for _, c := range []struct {
		name   string
		in     match.Institution
		target string
		how    string
	}{
		{"by id", match.Institution{Name: "Whatever", ROR: "ror.org/0030zas98", Country: "HK"}, polyu.ID, match.ByID},
		{"by an id that the extract lacks", match.Institution{Name: "X", ROR: "https://ror.org/01111rn36", Country: "IT"}, "https://ror.org/01111rn36", match.ByID},
		{"by domain", match.Institution{Name: "PolyU Hong Kong", Website: "polyu.edu.hk", Country: "HK"}, polyu.ID, match.ByDomain},
		{"by name", match.Institution{Name: "The Hong Kong Polytechnic University", Country: "HK", City: "Hong Kong"}, polyu.ID, match.ByName},
		{"by name in Chinese", match.Institution{Name: "HKU", Names: []string{"香港大學"}, Country: "HK"}, hku.ID, match.ByName},
		{"by words in another order", match.Institution{Name: "HONG KONG, UNIVERSITY OF SCIENCE AND TECHNOLOGY", Country: "HK", City: "HONG KONG"}, hkust.ID, match.ByName},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.in.ID = "one"
			found := matched(t, r, nil, c.in)
			if len(found.Links) != 1 || found.Links[0].Target != c.target || found.Links[0].How != c.how {
				t.Errorf("%+v", found)
			}
			for _, link := range found.Links {
				if link.Reason == "" || link.Score <= 0.9 || link.Score > 1 {
					t.Errorf("the link says too little: %+v", link)
				}
			}
		})
	}
}

func TestWhatIsNotSureIsOnlyProposed(t *testing.T) {
	r := registry(t, polyu, hku, hkust, cityu)
	for name, in := range map[string]match.Institution{
		"another country":    {Name: "Hong Kong Polytechnic University", Country: "US", City: "Hong Kong"},
		"another field":      {Name: "University of Science of Hong Kong", Country: "HK", City: "Hong Kong"},
		"a school of it":     {Name: "Hong Kong University School of Medicine", Country: "HK", City: "Hong Kong"},
		"only a field":       {Name: "University of Technology", Country: "HK", City: "Hong Kong"},
		"only the city":      {Name: "Hong Kong", Country: "HK", City: "Hong Kong"},
		"nothing":            {Name: "", Country: "HK"},
		"an id of wrong sum": {Name: "Whatever", ROR: "https://ror.org/0030zas99", Country: "HK"},
	} {
		in.ID = "one"
		if found := matched(t, r, nil, in); len(found.Links) != 0 || found.Unmatched[0].Why == "" {
			t.Errorf("%s: %+v", name, found.Links)
		}
	}
	found := matched(t, r, nil, match.Institution{ID: "one", Name: "Hong Kong Polytechnic", Country: "HK"})
	if got := found.Unmatched; len(got) != 1 || len(got[0].Candidates) == 0 || got[0].Candidates[0].Target != polyu.ID {
		t.Errorf("the nearest record is not proposed first: %+v", got)
	}
}

func TestOneRecordIsNotTwoInstitutions(t *testing.T) {
	r := registry(t, polyu, hku)
	one := match.Institution{ID: "a", Name: "Hong Kong Polytechnic University", Country: "HK", City: "Hong Kong"}
	other := one
	other.ID = "b"
	found := matched(t, r, nil, one, other)
	if len(found.Links) != 0 || !strings.Contains(found.Unmatched[0].Why, "b") || !strings.Contains(found.Unmatched[1].Why, "a") {
		t.Errorf("two equal claims: %+v", found)
	}
	other.ROR = polyu.ID
	found = matched(t, r, nil, one, other)
	if len(found.Links) != 1 || found.Links[0].Institution != "b" || len(found.Unmatched) != 1 {
		t.Errorf("an id against a name: %+v", found)
	}
	one.ROR = polyu.ID
	found = matched(t, r, nil, one, other)
	if len(found.Faults) != 1 || !strings.Contains(found.Faults[0].Reason, "both a and b") {
		t.Errorf("two institutions with one id are not told: %+v", found.Faults)
	}
}

func TestDecisionsWin(t *testing.T) {
	decisions, faults, err := match.ReadDecisions(strings.NewReader("kind,value,target\ninstitution,a,https://ror.org/02zhqgq86\n" +
		"institution,b,\ninstitution,c,https://ror.org/01111rn36\ninstitution,d,?\n"))
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	name := "Hong Kong Polytechnic University"
	found := matched(t, registry(t, polyu, hku), decisions, match.Institution{ID: "a", Name: name, Country: "HK"},
		match.Institution{ID: "b", Name: name, Country: "HK"}, match.Institution{ID: "c", Name: "Bologna", Country: "IT"},
		match.Institution{ID: "d", Name: name, Country: "HK"})
	targets := map[string]string{}
	for _, link := range found.Links {
		targets[link.Institution] = link.Target
	}
	if targets["a"] != hku.ID || targets["d"] != polyu.ID {
		t.Errorf("targets: %v", targets)
	}
	if none, decided := targets["b"]; !decided || none != "" {
		t.Errorf("b is decided to be none: %q, %v", none, decided)
	}
	if len(found.Faults) != 1 || found.Faults[0].Line != 4 || !strings.Contains(found.Faults[0].Reason, "not in the ROR extract") {
		t.Errorf("a decision that points nowhere: %+v", found.Faults)
	}
}

func TestROR(t *testing.T) {
	for text, want := range map[string]string{
		"https://ror.org/0030zas98": "https://ror.org/0030zas98", "0030zas98": "https://ror.org/0030zas98",
		"HTTPS://ROR.ORG/0030ZAS98": "https://ror.org/0030zas98", "ror.org/02zhqgq86/": "https://ror.org/02zhqgq86",
		"https://ror.org/0030zas99": "", "https://ror.org/0030zsa98": "", "https://ror.org/0030zal98": "", "0030zas9": "", "": "",
		"https://example.org/0030zas98": "", "1030zas98": "",
	} {
		if got, ok := match.ROR(text); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v", text, got, ok)
		}
	}
}

func TestEveryRealRORIdIsWellFormed(t *testing.T) {
	for _, row := range foreign(t, "ror/ror_education_active.csv")[1:] {
		if id, ok := match.ROR(row[0]); !ok || id != row[0] {
			t.Fatalf("%s is refused", row[0])
		}
	}
}

func point(lat, lng string) *match.Point {
	y, err := strconv.ParseFloat(lat, 64)
	x, also := strconv.ParseFloat(lng, 64)
	if err != nil || also != nil {
		return nil
	}
	return &match.Point{Lng: x, Lat: y}
}

// erasmus are the institutions of the Erasmus programme and the records of ROR.
func erasmus(t testing.TB) ([]match.Organisation, []match.Institution) {
	t.Helper()
	p := places(t)
	var organisations []match.Organisation
	for _, row := range foreign(t, "ror/ror_education_active.csv")[1:] {
		organisations = append(organisations, match.Organisation{ID: row[0], Name: row[1], City: row[5], Country: row[7],
			Point: point(row[8], row[9]), Acronyms: match.List(row[10]), Website: row[11]})
	}
	var institutions []match.Institution
	for _, row := range foreign(t, "erasmus-2013-14/institutions.csv")[1:] {
		country, _ := p.Resolve(row[2])
		institutions = append(institutions, match.Institution{ID: row[0], Name: row[1], Country: country.Code, City: row[3], Point: point(row[4], row[5])})
	}
	return organisations, institutions
}

// The labels were set by hand: for each pair, whether the institution is the record. A university that was later
// merged into another is not that other.
func TestLabelledPairs(t *testing.T) {
	organisations, institutions := erasmus(t)
	file, err := os.Open("testdata/labels.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	labels, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := matched(t, registry(t, organisations...), nil, institutions...)
	links := map[string]string{}
	taken := map[string]string{}
	for _, link := range found.Links {
		links[link.Institution] = link.Target
		if first, twice := taken[link.Target]; twice {
			t.Errorf("%s is given to %s and %s", link.Target, first, link.Institution)
		}
		taken[link.Target] = link.Institution
	}
	var right, missed, wrong int
	for _, label := range labels[1:] {
		got := links[label[0]]
		switch {
		case label[2] == "yes" && got == label[1]:
			right++
		case label[2] == "yes" && got == "":
			missed++
		case label[2] == "yes" || got == label[1]:
			wrong++
			t.Errorf("%s is taken for %s", label[0], got)
		}
	}
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed+wrong)
	t.Logf("of %d labelled pairs: precision %.3f, recall %.3f; %d of %d institutions matched", len(labels)-1, precision, recall,
		len(found.Links), len(institutions))
	if precision < 0.99 || recall < 0.7 {
		t.Errorf("precision %.3f, recall %.3f", precision, recall)
	}
}

func BenchmarkMatch(b *testing.B) {
	organisations, institutions := erasmus(b)
	for b.Loop() {
		matched(b, registry(b, organisations...), nil, institutions...)
	}
}

// The default data set's institutions hold ROR ids that people looked up. Found again by name alone, none may differ.
func TestDefaultInstitutionsAreFoundAgain(t *testing.T) {
	organisations, _ := erasmus(t)
	file, err := os.Open("../polyu/institutions.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var institutions []match.Institution
	known := map[string]string{}
	for _, row := range rows[1:] { // institution_id, three names, ror_id, schac, country_code, subdivision_code, city, lat, lng
		institutions = append(institutions, match.Institution{ID: row[0], Name: row[1], Names: row[2:4], Country: row[6], City: row[8], Point: point(row[9], row[10])})
		known[row[0]] = row[4]
	}
	found := matched(t, registry(t, organisations...), nil, institutions...)
	for _, link := range found.Links {
		if known[link.Institution] != link.Target {
			t.Errorf("%s is %q, and was found to be %s (%s): %s", link.Institution, known[link.Institution], link.Target, link.Name, link.Reason)
		}
	}
	t.Logf("%d of %d institutions found", len(found.Links), len(institutions))
	if len(found.Links) < 50 {
		t.Errorf("only %d are found", len(found.Links))
	}
}
