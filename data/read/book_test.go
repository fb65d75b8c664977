package read_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"meridian/data/read"
)

// workbook writes a workbook with excelize.
func workbook(t testing.TB, write func(*excelize.File)) fs.FS {
	t.Helper()
	book := excelize.NewFile()
	write(book)
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"a.xlsx": &fstest.MapFile{Data: b.Bytes()}}
}

func put(t testing.TB, book *excelize.File, sheet string, rows map[string][]any) {
	t.Helper()
	for at, row := range rows {
		if err := book.SetSheetRow(sheet, at, &row); err != nil {
			t.Fatal(err)
		}
	}
}

// show gives a cell a number format.
func show(t testing.TB, book *excelize.File, at, format string) {
	t.Helper()
	id, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellStyle("Sheet1", at, at, id); err != nil {
		t.Fatal(err)
	}
}

func TestWorkbookCellsMeanWhatTheyShow(t *testing.T) {
	files := workbook(t, func(book *excelize.File) {
		put(t, book, "Sheet1", map[string][]any{
			"A1": {"Agreements of the university"},
			"A3": {"Partner", "Signed", "At", "Students", "Share", "Code", "Valid"},
			"A4": {"Genève \"A\"", 43343, 43343.5, 12, 0.25, 311, true},
			"A6": {"二", 43344.75, 0.5, 1234567.5, 0.1 + 0.2, 20, false},
			"A8": {"x"},
		})
		for _, row := range []string{"4", "6"} {
			show(t, book, "B"+row, "dd/mm/yyyy;@")
			show(t, book, "C"+row, "[$-409]d mmm yy h:mm AM/PM")
			show(t, book, "D"+row, `#,##0.00 "d"`)
			show(t, book, "E"+row, "0%")
			show(t, book, "F"+row, "0000")
		}
	})
	f, rows := all(t, files, "a.xlsx", read.Options{})
	if diff := cmp.Diff([]string{"Partner", "Signed", "At", "Students", "Share", "Code", "Valid"}, f.Header()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		`4:Genève "A"|2018-08-31|2018-08-31T12:00:00|12|0.25|0311|true`,
		"6:二|2018-09-01|12:00:00|1234567.5|0.3|0020|false",
		"8:x||||||",
	}, rows); diff != "" {
		t.Error(diff)
	}
	if facts := f.Facts(); facts.HeaderRow != 3 || facts.Sheet != "Sheet1" || facts.Format != "xlsx" {
		t.Errorf("facts %+v", facts)
	}
}

func TestWorkbooksThatCountFrom1904(t *testing.T) {
	files := workbook(t, func(book *excelize.File) {
		yes := true
		if err := book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
		put(t, book, "Sheet1", map[string][]any{"A1": {"id", "day"}, "A2": {"x", 41881}})
		show(t, book, "B2", "yyyy\\-mm\\-dd")
	})
	if _, rows := all(t, files, "a.xlsx", read.Options{}); rows[0] != "2:x|2018-08-31" {
		t.Errorf("rows %q", rows)
	}
}

func TestErrorsAndFormulasInCells(t *testing.T) {
	files := workbook(t, func(book *excelize.File) {
		put(t, book, "Sheet1", map[string][]any{"A1": {"id", "n"}, "A2": {"x", 1}, "A3": {"y"}, "A4": {"z", 3}, "A5": {"w", 4}})
		if err := book.SetCellFormula("Sheet1", "B3", "B2*2"); err != nil {
			t.Fatal(err)
		}
	})
	files = rewritten(t, files, "xl/worksheets/sheet1.xml", func(sheet string) string {
		sheet = strings.Replace(sheet, `<c r="B4"><v>3</v></c>`, `<c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, 1)
		return strings.Replace(sheet, `<c r="B5"><v>4</v></c>`, `<c r="B5"><f>2+2</f><v>4</v></c>`, 1)
	})
	f, err := read.Open(context.Background(), files, "a.xlsx", read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for range 4 {
		_, err := f.Next()
		if bad := new(read.RowError); errors.As(err, &bad) {
			said = append(said, bad.Column+": "+bad.Reason)
		}
	}
	if diff := cmp.Diff([]string{"n: the cell is a formula without a stored result", "n: the cell holds the error #DIV/0!"}, said); diff != "" {
		t.Error(diff)
	}
	if notes := strings.Join(f.Notes(), "; "); !strings.Contains(notes, "3 cells with a formula") {
		t.Errorf("notes %q", notes)
	}
}

func TestHiddenSheetsAndRowsAreReadAndTold(t *testing.T) {
	files := workbook(t, func(book *excelize.File) {
		if _, err := book.NewSheet("Flows"); err != nil {
			t.Fatal(err)
		}
		put(t, book, "Sheet1", map[string][]any{"A1": {"a", "b"}, "A2": {"1", "2"}})
		put(t, book, "Flows", map[string][]any{"A1": {"c", "d"}, "A2": {"3", "4"}, "A3": {"5", "6"}})
		if err := errors.Join(book.SetSheetVisible("Flows", false), book.SetRowVisible("Flows", 2, false)); err != nil {
			t.Fatal(err)
		}
	})
	f, rows := all(t, files, "a.xlsx", read.Options{Sheet: "Flows"})
	if diff := cmp.Diff([]string{"2:3|4", "3:5|6"}, rows); diff != "" {
		t.Error(diff)
	}
	if notes := strings.Join(f.Notes(), "; "); !strings.Contains(notes, "sheet is hidden") || !strings.Contains(notes, "1 hidden row") {
		t.Errorf("notes %q", notes)
	}
	names, err := read.Sheets(context.Background(), files, "a.xlsx")
	if diff := cmp.Diff([]string{"Sheet1", "Flows"}, names); diff != "" || err != nil {
		t.Error(diff, err)
	}
	_, err = read.Open(context.Background(), files, "a.xlsx", read.Options{Sheet: "Nothing"})
	if err == nil || !strings.Contains(err.Error(), `there is no sheet "Nothing"; the workbook has Sheet1, Flows`) {
		t.Errorf("error %v", err)
	}
}

func TestTypedFractionsCannotBeTakenForThousands(t *testing.T) {
	files := workbook(t, func(book *excelize.File) {
		put(t, book, "Sheet1", map[string][]any{"A1": {"a", "b", "c", "d", "e", "f"}, "A2": {2.125, -12.375, 0.125, 1234.125, 2.5, "2.125"}})
	})
	if _, rows := all(t, files, "a.xlsx", read.Options{}); rows[0] != "2:2.1250|-12.3750|0.125|1234.125|2.5|2.125" {
		t.Errorf("rows of a workbook %q", rows)
	}
	type numbers struct {
		F32 float32 `parquet:"f32"`
		F64 float64 `parquet:"f64"`
		Dec int64   `parquet:"dec,decimal(3:18)"`
	}
	if _, rows := all(t, parquetOf(t, []numbers{{2.125, 123.875, 2125}}), "a.parquet", read.Options{}); rows[0] != "1:2.1250|123.8750|2.1250" {
		t.Errorf("rows of Parquet %q", rows)
	}
}
