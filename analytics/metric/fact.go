package metric

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"meridian/analytics/lang"
)

// Fact is one kind of rows as they were read: the view fact_ID of the schema. Its file in the folder fact says how the
// filters read it, and asks for what is shown of the rows in "used": a few rows of the view, numbered by nth.
type Fact struct {
	ID    string    `yaml:"-"`
	Title lang.Text `yaml:"title"`
	// Filters gives for a filter the columns of which one must match. Years are matched by Years: one column, or the
	// first and the last year of a term.
	Filters map[string][]string `yaml:"filters"`
	Years   []string            `yaml:"years"`
	// Joined names the columns that the view has from other tables; without them it is the view fact_ID_alone, which is
	// quicker to read. Empty where there is none.
	Joined []string `yaml:"joined"`
	Order  string   `yaml:"order"` // how rows are listed, before fact_row
	// Persons tells that a row may be of a few persons: under a rule for small numbers none is listed, and their number
	// is one of people.
	Persons bool   `yaml:"persons"`
	SQL     string `yaml:"-"`
}

// Facts lists the kinds of rows by id.
func (c *Catalogue) Facts() []Fact { return slices.Clone(c.facts) }

// Fact finds a kind of rows by id.
func (c *Catalogue) Fact(id string) (Fact, bool) {
	at := slices.IndexFunc(c.facts, func(f Fact) bool { return f.ID == id })
	if at < 0 {
		return Fact{}, false
	}
	return c.facts[at], true
}

func (c *Catalogue) loadFacts() error {
	names, err := fs.Glob(files, "fact/*.sql")
	if err != nil {
		return err
	}
	for _, name := range names {
		f := Fact{ID: strings.TrimSuffix(path.Base(name), ".sql")}
		header, query, err := cut(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := yaml.UnmarshalWithOptions(header, &f, yaml.Strict()); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		f.SQL = query
		c.facts = append(c.facts, f)
	}
	return nil
}

// cut parts a file's header from its query.
func cut(name string) (header []byte, query string, err error) {
	text, err := files.ReadFile(name)
	if err != nil {
		return nil, "", err
	}
	head, query, found := strings.Cut(strings.TrimPrefix(string(text), "/*"), "*/")
	if !found || !strings.HasPrefix(string(text), "/*") {
		return nil, "", fmt.Errorf("it must begin with a /* … */ header")
	}
	return []byte(head), strings.TrimSpace(query), nil
}
