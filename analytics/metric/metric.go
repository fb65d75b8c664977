// Package metric is the catalogue of measures: one .sql file each, whose header
// says what it measures, in which unit, by which formula and from where.
package metric

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/goccy/go-yaml"

	"meridian/analytics/lang"
)

//go:embed query/*.sql fact/*.sql columns.yaml
var files embed.FS

// Metric is one measure: its definition for people and its query for DuckDB.
type Metric struct {
	ID         string    `yaml:"-"`
	Title      lang.Text `yaml:"title"`
	Definition lang.Text `yaml:"definition"`
	Formula    string    `yaml:"formula"`
	Unit       lang.Text `yaml:"unit"`
	Source     string    `yaml:"source"` // where the formula comes from
	Facts      []Facts   `yaml:"facts"`  // the rows behind an answer's row
	SQL        string    `yaml:"-"`      // the query without its header
}

// Column says what a query's column is called and how its values are written.
type Column struct {
	Label     lang.Text `yaml:"label"`
	HongKong  lang.Text `yaml:"hong_kong"` // the label where home is Hong Kong; empty where it is the same
	Type      string    `yaml:"type"`
	Unit      lang.Text `yaml:"unit"`
	Dimension string    `yaml:"dimension"`
	Hidden    bool      `yaml:"hidden"`
	People    bool      `yaml:"people"` // it counts people
	Base      string    `yaml:"base"`   // of a ratio over people: the column that counts them
	Part      string    `yaml:"part"`   // of what people make with exact numbers: the column that counts them
}

// Catalogue holds every metric and every column a query may answer with.
type Catalogue struct {
	metrics map[string]Metric
	columns map[string]Column
	facts   []Fact
}

// Load reads the catalogue out of the program. An error names the file at fault.
func Load() (*Catalogue, error) {
	c := &Catalogue{metrics: map[string]Metric{}}
	text, err := files.ReadFile("columns.yaml")
	if err != nil {
		return nil, err
	}
	if err := yaml.UnmarshalWithOptions(text, &c.columns, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("columns.yaml: %w", err)
	}
	names, err := fs.Glob(files, "query/*.sql")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		m, err := read(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		c.metrics[m.ID] = m
	}
	return c, c.loadFacts()
}

func read(name string) (Metric, error) {
	header, query, err := cut(name)
	if err != nil {
		return Metric{}, err
	}
	m := Metric{ID: strings.TrimSuffix(path.Base(name), ".sql"), SQL: query}
	if err := yaml.UnmarshalWithOptions(header, &m, yaml.Strict()); err != nil {
		return Metric{}, err
	}
	return m, nil
}

// Get finds a metric by id.
func (c *Catalogue) Get(id string) (Metric, bool) {
	m, ok := c.metrics[id]
	return m, ok
}

// All lists the metrics by id.
func (c *Catalogue) All() []Metric {
	out := make([]Metric, 0, len(c.metrics))
	for _, m := range c.metrics {
		out = append(out, m)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// Column describes a query's column by its name.
func (c *Catalogue) Column(name string) (Column, bool) {
	col, ok := c.columns[name]
	return col, ok
}
