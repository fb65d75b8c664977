package read

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Sheets lists the sheets of a workbook in order, hidden ones too; nil for a file of another format.
func Sheets(ctx context.Context, files fs.FS, name string) ([]string, error) {
	if err := checkName(files, name); err != nil {
		return nil, err
	}
	if formatOf(name) != XLSX || ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var names []string
	err := guard(name, func() error {
		a, _, err := openArchive(files, name)
		if err != nil {
			return err
		}
		defer a.close()
		names = a.sheets()
		return nil
	})
	if err != nil {
		return nil, named(name, err)
	}
	return names, nil
}

// openBook opens one sheet of a workbook and reads up to its header.
func (f *File) openBook(files fs.FS, o Options) error {
	a, size, err := openArchive(files, f.name)
	if err != nil {
		return err
	}
	s := &sheet{archive: a, size: size}
	f.rows = s
	f.facts = Facts{Format: XLSX, Size: size, Rows: -1}
	if f.facts.Sheet, err = s.choose(o.Sheet); err != nil {
		return err
	}
	line, err := s.lookAhead(o.HeaderRow)
	if err != nil {
		return err
	}
	f.facts.HeaderRow = line
	return f.skipToHeader(line)
}

// choose opens the sheet that is asked for; the first that can be seen when none is.
func (s *sheet) choose(asked string) (string, error) {
	all := s.archive.book.WorkBook.Sheets.Sheet
	at := 0
	if asked != "" {
		at = slices.Index(s.archive.sheets(), asked)
	} else if visible := slices.IndexFunc(s.archive.sheets(), s.visible); visible >= 0 {
		at = visible
	}
	if at < 0 {
		return "", refuse(fmt.Sprintf("there is no sheet %q", asked), "the workbook has "+strings.Join(s.archive.sheets(), ", "))
	}
	s.hidden = !s.visible(all[at].Name)
	path := s.archive.paths[all[at].ID]
	if !strings.Contains(path, "worksheets/") {
		return "", refuse(fmt.Sprintf("the sheet %q is a drawing, not a table", all[at].Name), "name another sheet")
	}
	part, err := s.archive.open(path, partSheet)
	if err != nil {
		return "", err
	}
	s.unpacked = int64(s.archive.parts[path].UncompressedSize64)
	s.tokens = newTokens(part)
	s.styles = styles(s.archive.book)
	s.epoch1904 = s.archive.book.WorkBook.WorkbookPr != nil && s.archive.book.WorkBook.WorkbookPr.Date1904
	s.texts, err = s.archive.readTexts()
	return all[at].Name, err
}

func (s *sheet) visible(name string) bool {
	for _, sheet := range s.archive.book.WorkBook.Sheets.Sheet {
		if sheet.Name == name {
			return sheet.State == "" || sheet.State == "visible"
		}
	}
	return false
}

// lookAhead reads the first rows, to be read again, and gives the number of the row that is the header.
func (s *sheet) lookAhead(asked int) (int, error) {
	for len(s.ahead) < judged {
		record, err := s.parse()
		s.ahead = append(s.ahead, outcome{record: Record{Line: record.Line, Cells: slices.Clone(record.Cells)}, err: err})
		if err != nil && !isRowError(err) {
			break
		}
	}
	if asked > 0 {
		return asked, nil
	}
	var records []Record
	for _, outcome := range s.ahead {
		if outcome.err == nil {
			records = append(records, outcome.record)
		}
	}
	if line := findHeader(records); line > 0 {
		return line, nil
	}
	for _, outcome := range s.ahead {
		if refused := refusalOf(outcome.err); refused != nil {
			return 0, refused
		}
	}
	return 0, refuse("the sheet is empty", "name another sheet, or give it a header row and rows")
}
