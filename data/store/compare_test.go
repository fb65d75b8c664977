package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"meridian/data/store"
)

func built(t *testing.T, name string, changes map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Build(context.Background(), source(changes), path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestCompare compares with the first file open for serving, as it is in a running program.
func TestCompare(t *testing.T) {
	ctx := context.Background()
	before := built(t, "a.duckdb", nil)
	after := built(t, "b.duckdb", map[string]string{
		"agreements.csv": "agreement_id,institution_id,kind,evidence,source_id\na1,zju,exchange,published,page\na9,ntu,mou,published,page\n",
		"projects.csv":   "",
		"mobility.csv": `academic_year_id,direction,institution_id,kind,level,faculty,participants,evidence,source_id
2017/2018,outbound,leeds,student-studies,bachelor,BUS,3,illustrative,page
2017/2018,outbound,leeds,student-studies,bachelor,BUS,3,illustrative,page
2017/2018,outbound,edin,student-studies,bachelor,BUS,1,illustrative,page
`,
		"institutions.csv": `institution_id,name,name_zh_hant,country_code,evidence,source_id
home,Sample University,,HK,published,page
zju,Zhejiang University,,CN,published,page
ntu,National Taiwan University,,TW,published,page
leeds,University of Leeds,,GB,published,page
edin,University of Edinburgh,愛丁堡大學,GB,published,page
`,
	})
	serving, err := store.Open(ctx, before)
	if err != nil {
		t.Fatal(err)
	}
	defer serving.Close()
	changes, err := store.Compare(ctx, before, after)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]store.TableChange{}
	for _, change := range changes.Tables {
		got[change.Table] = change
	}
	for _, want := range []store.TableChange{
		{Table: "sources", Before: 1, After: 1},
		{Table: "faculties", Before: 2, After: 2},
		{Table: "institutions", Before: 5, After: 5, Added: 1, Removed: 1, Changed: 4},
		{Table: "projects", Before: 4, Removed: 4},
		{Table: "agreements", Before: 7, After: 2, Added: 1, Removed: 6, Changed: 1},
		{Table: "mobility", Before: 5, After: 3, Added: 2, Removed: 4},
	} {
		expect(t, want.Table, got[want.Table], want)
	}
	expect(t, "partners", []any{changes.Added, changes.AddedList, changes.Gone, changes.GoneList}, []any{
		1, []store.Partner{{"edin", "University of Edinburgh", "愛丁堡大學", "", "GB", "United Kingdom", "英國", "英国"}},
		1, []store.Partner{{"unam", "University of Namibia", "", "", "NA", "Namibia", "納米比亞", "纳米比亚"}},
	})
	expect(t, "rows still served", query(t, serving, "SELECT count(*) FROM mobility", nil), "[[5]]")
}

// TestCompareRenamedFiles: rows that name no source are the same rows in a file called otherwise; a source that a row
// names itself is one of its cells.
func TestCompareRenamedFiles(t *testing.T) {
	start := "id: sample\nname: Sample\nhome_place: HK\nhome_institution: home\nas_of: 2018-08-31\nfiles:\n"
	flows := "academic_year_id,origin_code,destination_code,participants\n2016/2017,CN,GB,1\n2016/2017,GB,CN,2\n"
	agreements := "agreement_id,institution_id,kind,source_id\na1,zju,exchange,\na2,zju,mou,%s\n"
	version := func(year, more, source string) string {
		return built(t, year+".duckdb", map[string]string{
			"dataset.yaml":   start + "  - {file: flows_" + year + ".csv, table: flows}\n  - {file: agreements_" + year + ".csv, table: agreements}\n",
			"agreements.csv": "", "flows_" + year + ".csv": flows + more, "agreements_" + year + ".csv": fmt.Sprintf(agreements, source),
		})
	}
	changes, err := store.Compare(t.Context(), version("2018", "", ""), version("2019", "2017/2018,CN,GB,3\n", "page"))
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range changes.Tables {
		switch change.Table {
		case "flows":
			expect(t, "flows", change, store.TableChange{Table: "flows", Before: 2, After: 3, Added: 1})
		case "agreements":
			expect(t, "agreements", change, store.TableChange{Table: "agreements", Before: 2, After: 2, Changed: 1})
		}
	}
}

func TestCompareWithItself(t *testing.T) {
	path := built(t, "it's the same.duckdb", nil)
	changes, err := store.Compare(context.Background(), path, path)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range changes.Tables {
		if change.Before != change.After || change.Added+change.Removed+change.Changed != 0 {
			t.Errorf("a file differs from itself: %+v", change)
		}
	}
	expect(t, "partners", changes.Added+changes.Gone, 0)
}

// TestOddPaths builds and opens where the driver's connection string would end.
func TestOddPaths(t *testing.T) {
	ctx := context.Background()
	odd := filepath.Join("a? b", "what?.duckdb")
	for _, name := range []string{"what?.duckdb", "100%.duckdb", "50%zz.duckdb", odd, filepath.Join("50%zz", "c.duckdb")} {
		path := built(t, name, nil)
		if _, err := store.Build(ctx, source(nil), path); err != nil { // over the first
			t.Errorf("build %s again: %v", name, err)
		}
		s, err := store.Open(ctx, path)
		if err != nil {
			t.Errorf("open %s: %v", name, err)
			continue
		}
		expect(t, name, query(t, s, "SELECT count(*) FROM mobility", nil), "[[5]]")
		if _, err := store.Compare(ctx, path, path); err != nil {
			t.Errorf("compare %s: %v", name, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
