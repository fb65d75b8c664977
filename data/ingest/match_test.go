package ingest_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"meridian/data/ingest"
	"meridian/data/internal/sample"
	"meridian/data/match"
)

const someInstitutions = "institution_id,name,country_code,city,ror_id\nhome,Home,HK,,\n" +
	"a,UNIVERSITÀ DI BOLOGNA,IT,Bologna,\nb,University of Nowhere,IT,Bologna,\nc,Università degli Studi di Milano,IT,Milano,\n"

const someRecords = "ror_id,name,country_code,city\nhttps://ror.org/01111rn36,University of Bologna,IT,Bologna\n" +
	"https://ror.org/00wjc7c48,University of Milan,IT,Milan\n"

// rorIDs reads a data set and gives the stored ROR ids by institution.
func rorIDs(t *testing.T, source ingest.Source) (map[string]any, *ingest.Report) {
	t.Helper()
	table := slices.IndexFunc(ingest.Tables(), func(table ingest.Table) bool { return table.Name == "institutions" })
	at := slices.IndexFunc(ingest.Tables()[table].Columns, func(c ingest.Column) bool { return c.Name == "ror_id" })
	stored := map[string]any{}
	rows := kept{}
	report, err := ingest.Read(context.Background(), source, rows)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows["institutions"] {
		stored[row[0].(string)] = row[at]
	}
	return stored, report
}

func matchSource(changes map[string]string) ingest.Source {
	files := map[string]string{"institutions.csv": someInstitutions, "projects.csv": "", "agreements.csv": "", "mobility.csv": "",
		"memberships.csv": "", "establishments.csv": "", "alliances.csv": "", "programmes.csv": "", "dataset.yaml": "id: home\nname: Home\nhome_place: HK\n"}
	for name, text := range changes {
		files[name] = text
	}
	return ingest.Source{Dataset: sample.Dataset(files), Geo: os.DirFS("../geo")}
}

func TestInstitutionsGetSureRORIds(t *testing.T) {
	stored, report := rorIDs(t, matchSource(map[string]string{"ror.csv": someRecords}))
	if report.Err() != nil {
		t.Fatal(report.Err())
	}
	if stored["a"] != "https://ror.org/01111rn36" || stored["c"] != "https://ror.org/00wjc7c48" || stored["b"] != nil || len(stored) != 4 {
		t.Errorf("stored: %v", stored)
	}
	found := report.Matches.Institutions
	if found.Matched != 2 || found.Unmatched != 2 || len(found.Links) != 2 || len(found.List) != 2 {
		t.Errorf("matches: %+v", found)
	}
	if text := written(t, report.Text); !strings.Contains(text, "2 institutions got the ROR id") || !strings.Contains(text, "2 institutions met no record") {
		t.Errorf("the report does not tell: %s", text)
	}
}

func TestWithoutAnExtractNothingIsMatched(t *testing.T) {
	stored, report := rorIDs(t, matchSource(nil))
	if stored["a"] != nil || report.Matches.Institutions.Matched+report.Matches.Institutions.Unmatched != 0 {
		t.Errorf("%v, %+v", stored, report.Matches.Institutions)
	}
}

func TestAnExtractBesideTheData(t *testing.T) {
	source := matchSource(nil)
	_, without := rorIDs(t, source)
	source.ROR = []match.Organisation{{ID: "https://ror.org/01111rn36", Name: "University of Bologna", Country: "IT", City: "Bologna"}}
	stored, with := rorIDs(t, source)
	if stored["a"] != "https://ror.org/01111rn36" {
		t.Errorf("stored: %v", stored)
	}
	if with.Version == without.Version {
		t.Error("the extract changes what is stored and not the version")
	}
}

func TestDecisionsAboutInstitutionsWin(t *testing.T) {
	stored, report := rorIDs(t, matchSource(map[string]string{"ror.csv": someRecords, "decisions.csv": "kind,value,target,note\n" +
		"institution,a,,not the same\ninstitution,b,https://ror.org/01111rn36,decided\n"}))
	if report.Err() != nil || stored["a"] != nil || stored["b"] != "https://ror.org/01111rn36" {
		t.Errorf("%v %v", stored, report.Err())
	}
	_, report = rorIDs(t, matchSource(map[string]string{"ror.csv": someRecords, "decisions.csv": "kind,value,target,note\n" +
		"institution,b,https://ror.org/0030zas98,nowhere\n"}))
	if report.Err() == nil || !strings.Contains(report.Err().Error(), "decisions.csv:2") {
		t.Errorf("a decision that points nowhere: %v", report.Err())
	}
}

func TestUnmatchedPlacesAreListed(t *testing.T) {
	_, report := rorIDs(t, matchSource(map[string]string{"institutions.csv": "institution_id,name,country_code\nhome,Home,HK\na,A,Germny\nb,B,Germny\nc,C,Other countries\n"}))
	places := report.Matches.Places
	if len(places) != 2 || places[0].Value != "Germny" || places[0].Count != 2 || places[1].Value != "Other countries" || places[1].Why == "" {
		t.Errorf("places: %+v", places)
	}
	if report.Errors != 3 {
		t.Errorf("%d errors", report.Errors)
	}
}
