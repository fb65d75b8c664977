package guess_test

import (
	"bytes"
	"context"
	"meridian/data/guess"
	"meridian/data/ingest"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

func TestAStudentListFromARegistry(t *testing.T) {
	text := "Outgoing students 2017/18;;;;;\nStudent No.;Year of exchange;Host institution;Country/Region;Type;Faculty\n" +
		"1;2017/18;Université de Genève;Switzerland;Exchange;FENG\n2;2017/18;Université de Genève;Switzerland;Exchange;FENG\n3;2017/18;Universität Zürich;Switzerland;Internship;FB\n"
	coded, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	p := propose(t, folder(map[string]string{"outgoing 2017.csv": coded}), "")
	entry := p.Dataset.Files[0]
	if entry.Table != "mobility" || entry.Encoding != "windows-1252" || entry.HeaderRow != 2 || entry.Delimiter != ";" || entry.CountRows != "participants" {
		t.Errorf("entry %+v", entry)
	}
	want := map[string]string{"academic_year_id": "Year of exchange", "country_code": "Country/Region", "kind": "Type", "faculty": "Faculty", "direction": "=outbound"}
	if diff := cmp.Diff(want, theirs(entry)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"Exchange": "student-studies", "Internship": "student-traineeship"}, entry.Columns["kind"].Values); diff != "" {
		t.Error(diff)
	}
	look := p.Files[0]
	if len(look.Preview.Rows) != 3 || look.Preview.Lines[0] != 3 || !cmp.Equal(look.Unused, []string{"Student No.", "Host institution"}) {
		t.Errorf("look %+v", look)
	}
}

func TestSettingsWin(t *testing.T) {
	files := folder(map[string]string{"students.csv": "Year,In/Out,Country,No. of students,Total\n2017,In,Japan,5,6\n2018,Out,France,7,8\n",
		"notes.csv": "a,b\n1,2\n"})
	p := propose(t, files, "id: poly\nname: Poly\nhome_place: HK\nfiles:\n- file: students.csv\n  table: mobility\n  years: ends\n")
	entry := p.Dataset.Files[0]
	if p.Dataset.Name != "Poly" || entry.Years != "ends" || entry.Columns["participants"].Column != "No. of students" {
		t.Errorf("data set %+v", p.Dataset)
	}
	if diff := cmp.Diff(map[string]string{"In": "inbound", "Out": "outbound"}, entry.Columns["direction"].Values); diff != "" {
		t.Error(diff)
	}
	p = propose(t, files, "id: poly\nname: Poly\nfiles:\n- file: students.csv\n  table: mobility\n  columns: {participants: Total}\n- {file: notes.csv, table: none}\n")
	if diff := cmp.Diff(map[string]string{"participants": "Total"}, theirs(p.Dataset.Files[0])); diff != "" || len(p.Dataset.Files) != 2 {
		t.Errorf("what was decided was changed: %s %+v", diff, p.Dataset.Files)
	}
	if _, err := guess.Propose(context.Background(), ingest.Source{Dataset: files, Geo: os.DirFS("../geo"), Settings: []byte("id: [")}); err == nil {
		t.Error("settings that cannot be read are not told")
	}
}

func TestSheetsOfAWorkbook(t *testing.T) {
	book := excelize.NewFile()
	if _, err := book.NewSheet("Incoming"); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		sheet, at string
		cells     []any
	}{
		{"Sheet1", "A1", []any{"Partner code", "Partner name", "Country"}}, {"Sheet1", "A2", []any{"X1", "University of Leeds", "United Kingdom"}},
		{"Incoming", "A1", []any{"Academic Year", "Partner code", "No. of students"}}, {"Incoming", "A2", []any{"2017/18", "X1", 5}},
	} {
		if err := book.SetSheetRow(row.sheet, row.at, &row.cells); err != nil {
			t.Fatal(err)
		}
	}
	var content bytes.Buffer
	if err := book.Write(&content); err != nil {
		t.Fatal(err)
	}
	p := propose(t, folder(map[string]string{"exchange.xlsx": content.String(), "broken.xlsx": "no workbook"}), "")
	got := map[string]string{}
	for _, file := range p.Dataset.Files {
		got[file.Sheet] = file.Table
	}
	if diff := cmp.Diff(map[string]string{"Sheet1": "institutions", "Incoming": "mobility"}, got); diff != "" {
		t.Error(diff)
	}
	if incoming := theirs(p.Dataset.Files[1]); incoming["direction"] != "=inbound" || incoming["institution_id"] != "Partner code" {
		t.Errorf("incoming %v", incoming)
	}
	if p.Files[0].Error == "" || p.Files[0].Name != "broken.xlsx" {
		t.Errorf("the broken workbook is not told of: %+v", p.Files[0])
	}
}

func TestFilesOfTheFormatNeedNoEntry(t *testing.T) {
	p := propose(t, os.DirFS("../polyu"), "")
	if len(p.Dataset.Files) != 0 {
		t.Errorf("entries for files that need none: %+v", p.Dataset.Files)
	}
	if len(p.Files) < 15 {
		t.Errorf("%d files were looked at", len(p.Files))
	}
}

func TestASummaryOfBothDirectionsIsReadTwice(t *testing.T) {
	p := propose(t, folder(map[string]string{"summary.csv": "Academic Year,Country/Region,Incoming students,Outgoing students,Remarks\n" +
		"2016/17,Japan,5,7,\n2017/18,France,6,8,\n", "notes.txt": "Ask the registry about 2015.\n"}), "")
	if len(p.Dataset.Files) != 2 {
		t.Fatalf("entries %+v", p.Dataset.Files)
	}
	for i, want := range []map[string]string{
		{"academic_year_id": "Academic Year", "country_code": "Country/Region", "direction": "=inbound", "participants": "Incoming students"},
		{"academic_year_id": "Academic Year", "country_code": "Country/Region", "direction": "=outbound", "participants": "Outgoing students"},
	} {
		if diff := cmp.Diff(want, theirs(p.Dataset.Files[i])); diff != "" {
			t.Error(diff)
		}
	}
	if diff := cmp.Diff([]string{"Remarks"}, p.Files[1].Unused); diff != "" {
		t.Error(diff)
	}
}
