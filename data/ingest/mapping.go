package ingest

import (
	"bytes"
	"encoding/json"
)

// FileMapping says how one foreign file, as it is, fills a table. Encoding, Delimiter and HeaderRow are found out when
// absent.
type FileMapping struct {
	File      string                   `yaml:"file" json:"file"`                                 // a name in the folder
	Sheet     string                   `yaml:"sheet,omitempty" json:"sheet,omitempty"`           // of a workbook; the first when absent
	Table     string                   `yaml:"table" json:"table"`                               // the table it fills; "none" leaves the file out
	Encoding  string                   `yaml:"encoding,omitempty" json:"encoding,omitempty"`     // one of read.Encodings
	Delimiter string                   `yaml:"delimiter,omitempty" json:"delimiter,omitempty"`   // one character
	HeaderRow int                      `yaml:"header_row,omitempty" json:"header_row,omitempty"` // the line or row of the header, the first being 1
	Decimal   string                   `yaml:"decimal,omitempty" json:"decimal,omitempty"`       // point or comma; found out by column when absent
	Dates     string                   `yaml:"dates,omitempty" json:"dates,omitempty"`           // Y-M-D, D/M/Y or M/D/Y, with any of - / . between
	Years     string                   `yaml:"years,omitempty" json:"years,omitempty"`           // what a bare 2017 is: the year that starts or ends in it
	Columns   map[string]ColumnMapping `yaml:"columns,omitempty" json:"columns,omitempty"`       // by our column; the others are found by name
	CountRows string                   `yaml:"count_rows,omitempty" json:"count_rows,omitempty"` // our column: one row is one person
	Ignore    []string                 `yaml:"ignore,omitempty" json:"ignore,omitempty"`         // their columns that are known and left out
}

// ColumnMapping says where a column's values come from: a column of the file, or the same words in every row.
// As YAML or JSON, a plain string is the name of their column.
type ColumnMapping struct {
	Column   string            `yaml:"column,omitempty" json:"column,omitempty"`     // theirs
	Constant string            `yaml:"constant,omitempty" json:"constant,omitempty"` // instead of a column
	Values   map[string]string `yaml:"values,omitempty" json:"values,omitempty"`     // their value: ours; others stay as they are
	Lookup   *Lookup           `yaml:"lookup,omitempty" json:"lookup,omitempty"`     // replaces the value before Values do
}

// Lookup replaces a value by what stands beside it in another file of the folder.
type Lookup struct {
	File  string `yaml:"file" json:"file"`
	Sheet string `yaml:"sheet,omitempty" json:"sheet,omitempty"`
	Key   string `yaml:"key" json:"key"`     // the column the value is found in
	Value string `yaml:"value" json:"value"` // the column that is taken
}

// Years is what the data set knows better than the checks. A year is written as in academic_year_id.
type Years struct {
	Incomplete []string `yaml:"incomplete,omitempty" json:"incomplete,omitempty"`
	Complete   []string `yaml:"complete,omitempty" json:"complete,omitempty"`
}

// Total is a sum that is known from elsewhere and must come out of the stored rows.
type Total struct {
	Table  string            `yaml:"table" json:"table"`
	Column string            `yaml:"column" json:"column"`
	Where  map[string]string `yaml:"where,omitempty" json:"where,omitempty"` // our column: its value
	Value  float64           `yaml:"value" json:"value"`
	Source string            `yaml:"source,omitempty" json:"source,omitempty"` // where the sum is printed

	entry, line int // where it stands in dataset.yaml
}

// columnObject is a ColumnMapping in its long form.
type columnObject ColumnMapping

// UnmarshalYAML takes the short form, a plain string, or the long one.
func (c *ColumnMapping) UnmarshalYAML(decode func(any) error) error {
	var name string
	if err := decode(&name); err == nil {
		*c = ColumnMapping{Column: name}
		return nil
	}
	return decode((*columnObject)(c))
}

// MarshalYAML gives the short form where it says all.
func (c ColumnMapping) MarshalYAML() (any, error) {
	if c.short() {
		return c.Column, nil
	}
	return columnObject(c), nil
}

// UnmarshalJSON takes the short form, a plain string, or the long one.
func (c *ColumnMapping) UnmarshalJSON(content []byte) error {
	if bytes.HasPrefix(bytes.TrimSpace(content), []byte(`"`)) {
		*c = ColumnMapping{}
		return json.Unmarshal(content, &c.Column)
	}
	return json.Unmarshal(content, (*columnObject)(c))
}

// MarshalJSON gives the short form where it says all.
func (c ColumnMapping) MarshalJSON() ([]byte, error) {
	if c.short() {
		return json.Marshal(c.Column)
	}
	return json.Marshal(columnObject(c))
}

func (c ColumnMapping) short() bool {
	return c.Constant == "" && len(c.Values) == 0 && c.Lookup == nil
}
