package server

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"meridian/server/job"
)

// moved is the sum of mobility.csv's participants in the data that is shown.
func (s site) moved() float64 {
	s.Helper()
	_, body := s.ask("GET", "/api/v1/charts/mobility-trend", nil)
	chart := decode[struct {
		Columns []struct{ Name string }
		Rows    [][]any
	}](s.T, body)
	sum := 0.0
	for n, column := range chart.Columns {
		if column.Name != "participants" {
			continue
		}
		for _, row := range chart.Rows {
			if value, ok := row[n].(float64); ok {
				sum += value
			}
		}
	}
	return sum
}

// workbook writes sheets of rows.
func workbook(t *testing.T, sheets map[string][][]any) string {
	t.Helper()
	book := excelize.NewFile()
	for name, rows := range sheets {
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, row := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, n+1)
			if err := book.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := book.Write(&file); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

type movement struct {
	Year         string `parquet:"academic_year_id"`
	Direction    string `parquet:"direction"`
	Institution  string `parquet:"institution_id"`
	Participants int64  `parquet:"participants"`
}

// The same data comes in as CSV, as a workbook and as Parquet, and every chart says the same of it.
func TestEveryFormatComesIn(t *testing.T) {
	csv := small()
	var columnar bytes.Buffer
	w := parquet.NewGenericWriter[movement](&columnar)
	if _, err := w.Write([]movement{{"2016/2017", "outbound", "uk1", 10}, {"2017/2018", "outbound", "uk1", 12}, {"2017/2018", "outbound", "de1", 7}, {"2017/2018", "inbound", "uk1", 5}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for name, files := range map[string]map[string]string{
		"csv": csv,
		"xlsx": {"data.xlsx": workbook(t, map[string][][]any{
			"institutions": {{"institution_id", "name", "country_code"}, {"home", "Small University", "HK"}, {"uk1", "First of Britain", "GB"}, {"de1", "Erste", "DE"}},
			"mobility": {{"academic_year_id", "direction", "institution_id", "participants"}, {"2016/2017", "outbound", "uk1", 10},
				{"2017/2018", "outbound", "uk1", 12}, {"2017/2018", "outbound", "de1", 7}, {"2017/2018", "inbound", "uk1", 5}},
		})},
		"parquet": {"institutions.csv": csv["institutions.csv"], "mobility.parquet": columnar.String()},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t, nil)
			i := s.imported(files, map[string]string{"dataset": smallSettings, "commit": "true"})
			if i.State != job.Committed {
				t.Fatalf("%s: %+v %+v", i.State, i.Error, i.Report)
			}
			if sum := s.moved(); sum != 34 {
				t.Errorf("the chart adds up to %v, not 34", sum)
			}
			for _, f := range i.Files {
				if f.Table == "mobility" && (len(f.Preview.Rows) != 4 || f.Preview.Rows[1][3] != "12") {
					t.Errorf("the preview is %+v", f.Preview)
				}
			}
		})
	}
}

// A file that nobody described is read by what it looks like; what is guessed wrongly is put right without sending the
// file again.
func TestForeignFileGuessedAndCorrected(t *testing.T) {
	s := newSite(t, nil)
	text := "Exchange office, export of 3 May\n\n" +
		"Studienjahr;Sending country;Receiving country;Number of students;Remarks\n" +
		"2016/17;Germany;UK;1.200,5;\n2016/17;UK;Germany;300,0;a\u00f1o\n2017/18;Germany;EL;41,5;\n2017/18;FR;Germany;8,0;\n"
	latin := strings.ReplaceAll(text, "\u00f1", "\xf1")
	i := s.imported(map[string]string{"export.csv": latin}, nil)
	if !i.Guessed || i.Dataset == nil || len(i.Files) != 1 || i.Files[0].HeaderRow != 3 || i.Files[0].Delimiter != ";" {
		t.Fatalf("%s: guessed %v, dataset %+v, files %+v, %+v", i.State, i.Guessed, i.Dataset, i.Files, i.Report)
	}
	if len(i.Guesses) == 0 || i.DatasetYAML == "" {
		t.Errorf("nothing is said of the guesses: %q", i.DatasetYAML)
	}
	done := s.again(i.ID, map[string]any{"dataset": map[string]any{
		"id": "exchange", "name": "Exchange office", "as_of": "2018-05-03",
		"files": []any{map[string]any{"file": "export.csv", "table": "flows", "header_row": 3, "delimiter": ";", "decimal": "comma", "ignore": []string{"Remarks"},
			"columns": map[string]any{"academic_year_id": "Studienjahr", "origin_code": "Sending country", "destination_code": "Receiving country",
				"participants": "Number of students", "kind": map[string]any{"constant": "student-studies"}}}},
	}, "commit": true})
	if done.State != job.Committed || done.Guessed {
		t.Fatalf("%s, guessed %v: %+v %+v", done.State, done.Guessed, done.Error, done.Report)
	}
	file := done.Report.Files[0]
	for _, f := range done.Report.Files {
		if f.File == "export.csv" {
			file = f
		}
	}
	if file.Read != 4 || file.Stored != 4 {
		t.Errorf("%+v", file)
	}
	_, body := s.ask("GET", "/api/v1/charts/flow-pairs", nil)
	if !strings.Contains(string(body), "1200.5") {
		t.Errorf("1.200,5 was not read as 1200.5: %.800s", body)
	}
}

// What was guessed can be put in place as it came back: the files are not read again.
func TestGuessPutInPlace(t *testing.T) {
	s := newSite(t, nil)
	i := s.imported(small(), nil)
	if i.State != job.Ready || !i.Guessed || i.Progress.Bytes != i.Progress.TotalBytes || i.Progress.Bytes == 0 {
		t.Fatalf("%s, guessed %v, %+v, %+v", i.State, i.Guessed, i.Progress, i.Report)
	}
	built := time.Now()
	done := s.again(i.ID, map[string]any{"dataset": i.Dataset, "decisions": i.Decisions, "commit": true})
	if done.State != job.Committed || done.Version != i.Version {
		t.Errorf("%s %s, was %s; %+v", done.State, done.Version, i.Version, done.Error)
	}
	if made := s.library.Current().CreatedAt; made.After(built) {
		t.Error("the draft was built again")
	}
}

// Settings as somebody wrote them are kept with their comments.
func TestSettingsKeepTheirComments(t *testing.T) {
	s := newSite(t, nil)
	const written = "# by the exchange office\n" + smallSettings
	i := s.imported(small(), map[string]string{"dataset": written})
	if i.State != job.Ready || i.DatasetYAML != written || len(i.Guesses) > 0 && i.Guessed {
		t.Errorf("%s, %q", i.State, i.DatasetYAML)
	}
}

// Settings that cannot be read are told with their line, and can be corrected.
func TestSettingsThatAreWrong(t *testing.T) {
	s := newSite(t, nil)
	i := s.imported(small(), map[string]string{"dataset": "id: small\nnmae: Small\n"})
	if i.State != job.Refused || i.Report == nil || i.Report.Errors == 0 || i.Report.Problems[0].Row != 2 || !strings.Contains(i.Report.Problems[0].Remedy, "name") {
		t.Fatalf("%s %+v", i.State, i.Report)
	}
	if i = s.again(i.ID, map[string]any{"dataset_yaml": smallSettings}); i.State != job.Ready {
		t.Errorf("%s %+v", i.State, i.Report)
	}
}

// A folder's own settings and decisions are used when no others are sent.
func TestFolderWithItsOwnSettings(t *testing.T) {
	s := newSite(t, nil)
	files := small()
	files["dataset.yaml"] = smallSettings
	files["decisions.csv"] = "kind,value,target,note\nplace,Avalon,GB,\n"
	files["institutions.csv"] += "av1,Isle of apples,Avalon\n"
	i := s.imported(files, nil)
	if i.State != job.Ready || i.Guessed || i.Dataset.ID != "small" || len(i.Decisions) != 1 {
		t.Errorf("%s, guessed %v, %+v, %+v, %+v", i.State, i.Guessed, i.Dataset, i.Decisions, i.Report)
	}
}
