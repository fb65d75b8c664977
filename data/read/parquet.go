package read

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/parquet-go/parquet-go"
)

// table is an opened Parquet file.
type table struct {
	file    fs.File
	opened  *parquet.File
	prover  prover
	group   int // the one being read
	columns []*column
	left    int64 // rows of the group that have not been loaded
	loaded  int   // rows in the columns' batches
	at      int   // of them, those read
	line    int
	done    int64 // bytes of the groups read
	cells   []string
}

// openParquet opens a Parquet file.
func (f *File) openParquet(files fs.FS, _ Options) error {
	file, err := files.Open(f.name)
	if err != nil {
		return err
	}
	t := &table{file: file}
	f.rows = t
	info, err := file.Stat()
	if err != nil {
		return err
	}
	at, err := anywhere(file, info.Size())
	if err != nil {
		return err
	}
	if err := checkFooter(at, info.Size()); err != nil {
		return damagedParquet(err)
	}
	t.prover = prover{file: at, size: info.Size()}
	t.opened, err = parquet.OpenFile(at, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return damagedParquet(err)
	}
	f.facts = Facts{Format: Parquet, Size: info.Size(), Rows: t.opened.NumRows()}
	return f.describeParquet(t)
}

// describeParquet reads the names and types of the columns.
func (f *File) describeParquet(t *table) error {
	fields := t.opened.Root().Columns()
	if len(fields) > MaxColumns {
		return refuse(fmt.Sprintf("the file has %d columns", len(fields)), "keep the columns that are needed; the most is 2,000")
	}
	for _, field := range fields {
		if !field.Leaf() || field.Repeated() {
			return refuse(fmt.Sprintf("the column %s holds lists or further columns within it", field.Name()),
				"write a file in which each column holds single values, or leave the column out")
		}
		text, err := textOf(field)
		if err != nil {
			return err
		}
		f.header = append(f.header, field.Name())
		t.columns = append(t.columns, &column{name: field.Name(), optional: field.Optional(), text: text})
	}
	if len(f.header) == 0 {
		return refuse("the file has no columns", "write one with columns")
	}
	t.cells = make([]string, len(t.columns))
	return nil
}

func (t *table) read() (Record, error) {
	for {
		for t.at == t.loaded {
			if err := guard("", t.load); errors.Is(err, io.EOF) {
				return Record{}, io.EOF
			} else if err != nil {
				return Record{}, damagedParquet(err)
			}
		}
		at := t.at
		t.at++
		t.line++
		for i, column := range t.columns {
			t.cells[i] = column.texts[at]
			if reason := column.wrong[at]; reason != "" {
				return Record{}, &RowError{Line: t.line, at: i + 1, Reason: reason, Remedy: "write the column as text in UTF-8, or leave it out"}
			}
		}
		if !blank(t.cells) {
			return Record{Line: t.line, Cells: t.cells}, nil
		}
	}
}

// load reads the next batch of rows, column by column.
func (t *table) load() error {
	for t.left == 0 {
		if t.group == len(t.opened.RowGroups()) {
			return io.EOF
		}
		if err := t.enter(); err != nil {
			return err
		}
	}
	n := int(min(t.left, batch))
	for _, column := range t.columns {
		if err := column.load(n); err != nil {
			return fmt.Errorf("column %s: %w", column.name, err)
		}
	}
	t.left -= int64(n)
	t.loaded, t.at = n, 0
	return nil
}

// enter begins the next group of rows, after its pages have been found to be what they claim.
func (t *table) enter() error {
	group := t.opened.RowGroups()[t.group]
	described := &t.opened.Metadata().RowGroups[t.group]
	t.group++
	if len(described.Columns) != len(t.columns) || described.NumRows < 0 {
		return errThrift
	}
	total := int64(0)
	for i, column := range t.columns {
		cost, err := t.prover.prove(&described.Columns[i], described.NumRows, column.optional)
		if err != nil {
			return fmt.Errorf("column %s: %w", column.name, err)
		}
		t.done += described.Columns[i].MetaData.TotalCompressedSize
		if total += cost; total > groupMost {
			return refuse("the pages of the file are too large to be read within 1 GB", "write it with smaller pages or groups of rows")
		}
	}
	for i, column := range t.columns {
		column.open(group.ColumnChunks()[i])
	}
	t.left = described.NumRows
	return nil
}

func (t *table) position() int64 { return t.done }
func (t *table) notes() []string { return nil }

func (t *table) close() error {
	for _, column := range t.columns {
		column.close()
	}
	t.prover.inflater.close()
	return t.file.Close()
}
