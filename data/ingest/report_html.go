package ingest

import (
	_ "embed" // report.html
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
)

//go:embed report.html
var reportHTML string

// page is what report.html shows.
type page struct {
	*Report
	Title    string
	Headings []string
	Counts   []countLine
	Sections []section
}

type countLine struct {
	Anchor string // of the file's section, empty where it has none
	Cells  []string
}

// section is what was found in one file.
type section struct {
	Anchor, File string
	Groups       []Group
}

// HTML writes the report as one page that needs nothing else: to read, to print and to send.
func (r *Report) HTML(w io.Writer) error {
	shown, err := template.New("report").Funcs(template.FuncMap{"plain": plain, "more": more, "own": Example.own, "placed": placed}).Parse(reportHTML)
	if err != nil {
		return fmt.Errorf("read the report's template: %w", err)
	}
	p := page{Report: r, Title: r.Dataset.Name, Sections: r.sections()}
	counts := r.counts()
	p.Headings = counts[0]
	for i, row := range counts[1:] {
		line := countLine{Cells: row}
		if i < len(r.Files) {
			line.Anchor = anchorOf(p.Sections, r.Files[i].File)
		}
		p.Counts = append(p.Counts, line)
	}
	if err := shown.Execute(w, p); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// sections sorts the groups by file, files with errors first.
func (r *Report) sections() []section {
	var list []section
	for _, group := range r.Grouped() {
		at := slices.IndexFunc(list, func(s section) bool { return s.File == group.File })
		if at < 0 {
			at = len(list)
			list = append(list, section{Anchor: fmt.Sprintf("file-%d", at+1), File: group.File})
		}
		list[at].Groups = append(list[at].Groups, group)
	}
	return list
}

func anchorOf(sections []section, file string) string {
	for _, section := range sections {
		if section.File == file {
			return section.Anchor
		}
	}
	return ""
}

// placed is true of a group with an example that has a row or a value.
func placed(group Group) bool {
	return slices.ContainsFunc(group.Examples, func(e Example) bool { return e.Row > 0 || e.Value != "" })
}

// more tells how many of a group are not among its examples.
func more(group Group) string {
	if rest := group.Count - len(group.Examples); rest > 0 && len(group.Examples) > 0 {
		return strings.TrimSpace(fmt.Sprintf("and %d more", rest))
	}
	return ""
}
