package job

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"meridian/data/ingest"
	"meridian/data/read"
)

// Bounds on what is shown of a file.
const (
	previewRows  = 50
	previewBytes = 256 << 10
	cellShown    = 200 // characters
)

// File is an uploaded file, or a sheet of one, as it is understood.
type File struct {
	Name      string   `json:"name"`
	Sheet     string   `json:"sheet,omitempty"`
	Format    string   `json:"format"` // csv, xlsx or parquet; empty for one that cannot be read, which the report explains
	Bytes     int64    `json:"bytes"`
	Encoding  string   `json:"encoding,omitempty"`
	Delimiter string   `json:"delimiter,omitempty"`
	HeaderRow int      `json:"header_row"` // 0 where the format names its columns elsewhere
	Header    []string `json:"header"`
	Table     string   `json:"table"`  // the table it fills; empty for none
	Unused    []string `json:"unused"` // columns that no table takes
	Preview   Preview  `json:"preview"`
}

// Preview is the first rows of a file, with the lines they stand on.
type Preview struct {
	Lines []int      `json:"lines"`
	Rows  [][]string `json:"rows"`
}

// describe opens every file and shows its beginning, read as the mapping says.
func describe(ctx context.Context, files fs.FS, set ingest.Dataset) ([]File, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, fmt.Errorf("list the files: %w", err)
	}
	described := []File{}
	for _, entry := range entries {
		if !read.Supported(entry.Name()) || entry.Name() == decisionsFile {
			continue
		}
		info, err := entry.Info()
		if err != nil {
			return nil, fmt.Errorf("look at %s: %w", entry.Name(), err)
		}
		sheets, err := read.Sheets(ctx, files, entry.Name())
		if err != nil && !refused(err) {
			return nil, fmt.Errorf("look into %s: %w", entry.Name(), err)
		}
		if len(sheets) == 0 {
			sheets = []string{""}
		}
		for _, sheet := range sheets {
			f := newFile(entry.Name(), sheet, info.Size())
			if err := f.look(ctx, files, mappingOf(set, entry.Name(), sheet)); err != nil {
				return nil, fmt.Errorf("look into %s: %w", entry.Name(), err)
			}
			described = append(described, f)
		}
	}
	return described, nil
}

func newFile(name, sheet string, bytes int64) File {
	return File{Name: name, Sheet: sheet, Bytes: bytes, Header: []string{}, Unused: []string{}, Preview: Preview{[]int{}, [][]string{}}}
}

func refused(err error) bool {
	return errors.As(err, new(*read.RefusedError))
}

// mappingOf is the entry of the settings for a file or sheet; one of the format's own has none.
func mappingOf(set ingest.Dataset, name, sheet string) ingest.FileMapping {
	for _, m := range set.Files {
		if m.File == name && (m.Sheet == "" || m.Sheet == sheet) {
			return m
		}
	}
	return ingest.FileMapping{}
}

// look reads a file's beginning. What cannot be read is left empty: the import says why.
func (f *File) look(ctx context.Context, files fs.FS, m ingest.FileMapping) error {
	o := read.Options{Sheet: f.Sheet, Encoding: m.Encoding, HeaderRow: m.HeaderRow}
	if m.Delimiter != "" {
		o.Delimiter = []rune(strings.NewReplacer("tab", "\t", `\t`, "\t").Replace(m.Delimiter))[0]
	}
	opened, err := read.Open(ctx, files, f.Name, o)
	if refused(err) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { _ = opened.Close() }() // only read
	facts := opened.Facts()
	f.Format, f.Encoding, f.Delimiter, f.HeaderRow = facts.Format, facts.Encoding, facts.Delimiter, facts.HeaderRow
	f.Header = append(f.Header, opened.Header()...)
	f.place(m)
	return f.preview(opened)
}

func (f *File) preview(opened *read.File) error {
	size := 0
	for len(f.Preview.Rows) < previewRows && size < previewBytes {
		record, err := opened.Next()
		switch {
		case errors.Is(err, io.EOF) || refused(err):
			return nil
		case errors.As(err, new(*read.RowError)):
			continue
		case err != nil:
			return err
		}
		row := make([]string, len(record.Cells))
		for i, cell := range record.Cells {
			row[i] = strings.Clone(clipped(cell))
			size += len(row[i])
		}
		f.Preview.Lines, f.Preview.Rows = append(f.Preview.Lines, record.Line), append(f.Preview.Rows, row)
	}
	return nil
}

func clipped(cell string) string {
	if len(cell) <= cellShown {
		return cell
	}
	if runes := []rune(cell[:min(len(cell), 4*cellShown)]); len(runes) > cellShown {
		return string(runes[:cellShown]) + "…"
	}
	return cell
}

// place says which table the file fills, and which of its columns nothing takes.
func (f *File) place(m ingest.FileMapping) {
	f.Table = m.Table
	tables := ingest.Tables()
	if m.File == "" {
		own := strings.TrimSuffix(f.Name, path.Ext(f.Name))
		if f.Sheet != "" && slices.ContainsFunc(tables, func(t ingest.Table) bool { return t.Name == f.Sheet }) {
			own = f.Sheet
		}
		f.Table = own
	}
	at := slices.IndexFunc(tables, func(t ingest.Table) bool { return t.Name == f.Table && !t.Geo })
	if at < 0 {
		f.Table, f.Unused = "", append(f.Unused, f.Header...)
		return
	}
	taken := slices.Clone(m.Ignore)
	for _, column := range m.Columns {
		taken = append(taken, column.Column)
	}
	for _, column := range tables[at].Columns {
		if _, mapped := m.Columns[column.Name]; !mapped {
			taken = append(taken, column.Name)
		}
	}
	for _, name := range f.Header {
		if !slices.ContainsFunc(taken, func(other string) bool { return strings.EqualFold(other, name) }) {
			f.Unused = append(f.Unused, name)
		}
	}
}
