package guess

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"meridian/data/ingest"
)

// Schema is where editors find the JSON Schema of dataset.yaml; init puts the file there.
const Schema = "dataset.schema.json"

// write is the proposed dataset.yaml, with the doubts as comments.
func (p *proposer) write() string {
	set := p.proposal.Dataset
	files, totals := set.Files, set.Totals
	set.Files, set.Totals = nil, nil
	var b strings.Builder
	b.WriteString("# What the files of this folder are and how they fill the tables. Guessed: read it through and correct it.\n")
	for _, need := range p.proposal.Needs {
		fmt.Fprintf(&b, "# To confirm: %s: %s.\n", need.Key, comment(need.Says))
	}
	b.WriteString(text(set))
	if len(files) > 0 {
		b.WriteString("files:\n")
	}
	for i := range files {
		p.writeFile(&b, i, files[i])
	}
	if len(totals) > 0 {
		b.WriteString(text(map[string]any{"totals": totals}))
	}
	return b.String()
}

// writeFile writes one entry, our columns in the order of the table.
func (p *proposer) writeFile(b *strings.Builder, at int, file ingest.FileMapping) {
	columns := file.Columns
	ignore := file.Ignore
	file.Columns, file.Ignore = nil, nil
	for i, line := range strings.Split(strings.TrimRight(text(file), "\n"), "\n") {
		b.WriteString(map[bool]string{true: "  - ", false: "    "}[i == 0] + line + "\n")
	}
	if len(columns) > 0 {
		b.WriteString("    columns:\n")
	}
	for _, name := range p.ordered(file.Table, columns) {
		lines := strings.Split(strings.TrimRight(text(map[string]any{name: columns[name]}), "\n"), "\n")
		if says := p.doubt(at, name); says != "" {
			fmt.Fprintf(b, "      # %s\n", comment(says))
		}
		for _, line := range lines {
			b.WriteString("      " + line + "\n")
		}
	}
	if len(ignore) > 0 {
		b.WriteString("    ignore:\n")
		for _, name := range ignore {
			b.WriteString("      - " + strings.TrimSpace(text(name)) + "\n")
		}
	}
}

// ordered are the names of the mapped columns in the order of their table.
func (p *proposer) ordered(table string, columns map[string]ingest.ColumnMapping) []string {
	known, _ := p.table(table)
	var names []string
	for _, column := range known.Columns {
		if _, ok := columns[column.Name]; ok {
			names = append(names, column.Name)
		}
	}
	var others []string
	for name := range columns {
		if !slices.Contains(names, name) {
			others = append(others, name)
		}
	}
	slices.Sort(others)
	return append(names, others...)
}

// doubt is what to say about a column that is not sure.
func (p *proposer) doubt(at int, column string) string {
	for _, l := range p.looks {
		if l.mapping == nil || l.at != at {
			continue
		}
		for _, guess := range p.proposal.Guesses {
			if guess.File == l.name && guess.Sheet == l.sheet && guess.Column == column && guess.Certainty < 0.75 {
				return fmt.Sprintf("certainty %.2f: %s", guess.Certainty, guess.Says)
			}
		}
	}
	return ""
}

// comment is text that stays on one line.
func comment(says string) string { return strings.Join(strings.Fields(says), " ") }

// text is a value as YAML. The values here are plain structures, which always have a text.
func text(value any) string {
	content, err := yaml.MarshalWithOptions(value, yaml.Indent(2), yaml.IndentSequence(true))
	if err != nil {
		panic(fmt.Sprintf("write YAML of %T: %v", value, err))
	}
	return string(content)
}
