package ingest

import (
	"encoding/json"
	"fmt"
	"io"
)

// Severity tells what a problem does to the import.
type Severity string

// An error refuses the import; a warning is worth looking into; a note tells how something was understood.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// severities is the order in which a report tells of them.
var severities = [...]Severity{Error, Warning, Note}

// Problem is one thing wrong, where it is and what to do about it.
//
// Problems are told in groups: those of one severity, file and column whose reasons differ in nothing but text between
// “ and ” and numbers. Give Kind where that would part what belongs together, as when a reason holds a name as it is.
type Problem struct {
	Severity Severity `json:"severity"`
	File     string   `json:"file"`
	Row      int      `json:"row,omitempty"` // the line of the file as a person counts
	Column   string   `json:"column,omitempty"`
	Value    string   `json:"value,omitempty"`
	Reason   string   `json:"reason"`
	Remedy   string   `json:"remedy,omitempty"`
	Kind     string   `json:"-"` // what the reason is without the values in it
}

// String is the problem as one line.
func (p Problem) String() string {
	where := p.File
	if p.Row > 0 {
		where += fmt.Sprintf(":%d", p.Row)
	}
	if p.Column != "" {
		where += " " + p.Column
	}
	line := fmt.Sprintf("%s: %s: %s", p.Severity, where, p.Reason)
	if p.Remedy != "" {
		line += "; " + p.Remedy
	}
	return line
}

// FileCount says what became of a file's rows: Read = Stored + Refused. Stored rows are those fit to be stored; when
// the report has errors, none is.
type FileCount struct {
	File    string `json:"file"`
	Sheet   string `json:"sheet,omitempty"`
	Table   string `json:"table,omitempty"` // the table the rows went to
	Read    int    `json:"read"`
	Stored  int    `json:"stored"`
	Refused int    `json:"refused"`
	Kept    int    `json:"kept"` // the rows that the stored ones became where rows are counted; 0 means as many as stored
}

// Report is what an import found, whether or not it was carried out.
type Report struct {
	Dataset  Dataset     `json:"-"`
	Files    []FileCount `json:"files"`
	Errors   int         `json:"errors"`
	Warnings int         `json:"warnings"`
	Notes    int         `json:"notes"`
	Groups   []Group     `json:"groups"`   // in the order in which they came up; Grouped sorts them
	Problems []Problem   `json:"problems"` // the first of them; all are in Groups
	Omitted  int         `json:"omitted"`  // problems counted but not listed in Problems
	// Ungrouped are the problems of kinds beyond those that Groups has room for.
	Ungrouped int    `json:"ungrouped,omitempty"`
	Version   string `json:"version"` // identifies the input's bytes
	// Matches are the places and institutions that were matched, and those that were not.
	Matches   Matches `json:"-"`
	first     Problem
	unchecked []Table // by key, there being too many
	grouping  grouping
}

// Err is nil for data fit to be stored, and otherwise says how much is wrong and where first.
func (r *Report) Err() error {
	if r.Errors == 0 {
		return nil
	}
	return &RefusedError{Errors: r.Errors, First: r.first}
}

// JSON writes the report for programs.
func (r *Report) JSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}

// fields are a report's without its methods.
type fields Report

// MarshalJSON has the groups sorted as Grouped has them, and for each file what its rows were kept as.
func (r *Report) MarshalJSON() ([]byte, error) {
	all := fields(*r)
	all.Groups = r.Grouped()
	all.Files = make([]FileCount, len(r.Files))
	for i, file := range r.Files {
		file.Kept = file.kept()
		all.Files[i] = file
	}
	return json.Marshal(all)
}

// RefusedError is the answer to data with errors: nothing of it is stored.
type RefusedError struct {
	Errors int
	First  Problem
}

// Error says how many errors there are and shows the first.
func (e *RefusedError) Error() string {
	return fmt.Sprintf("the data has %s and nothing was stored; the first: %s", counted(e.Errors, "error"), e.First)
}

// listed bounds Problems by severity, so that a file that is wrong on every line stays readable and warnings leave room
// for errors.
func listed(severity Severity) int {
	switch severity {
	case Error:
		return 600
	case Warning:
		return 300
	}
	return 100
}

func (r *Report) add(problem Problem) { r.Add(problem) }

// Add takes a problem into the report: an error when it names no severity. It may be called any number of times; what
// is kept is bounded, what is counted is not.
func (r *Report) Add(problem Problem) {
	if problem.Severity == "" {
		problem.Severity = Error
	}
	seen := r.seen(problem.Severity)
	*seen++
	r.group(problem)
	if *seen > listed(problem.Severity) {
		r.Omitted++
		return
	}
	problem = problem.kept()
	if problem.Severity == Error && *seen == 1 {
		r.first = problem
	}
	r.Problems = append(r.Problems, problem)
}

func (r *Report) seen(severity Severity) *int {
	switch severity {
	case Error:
		return &r.Errors
	case Warning:
		return &r.Warnings
	}
	return &r.Notes
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
