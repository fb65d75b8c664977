package ingest

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Severity tells what a problem does to the import.
type Severity string

// An error refuses the import; a warning is only worth knowing.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// problemsKept bounds the list, so that a file that is wrong on every line stays readable. The rest are counted.
const problemsKept = 1000

// Problem is one thing wrong, where it is and what to do about it.
type Problem struct {
	Severity Severity `json:"severity"`
	File     string   `json:"file"`
	Row      int      `json:"row,omitempty"` // the line of the file, the header being line 1
	Column   string   `json:"column,omitempty"`
	Value    string   `json:"value,omitempty"`
	Reason   string   `json:"reason"`
	Remedy   string   `json:"remedy,omitempty"`
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
	Read    int    `json:"read"`
	Stored  int    `json:"stored"`
	Refused int    `json:"refused"`
}

// Report is what an import found, whether or not it was carried out.
type Report struct {
	Dataset  Dataset     `json:"-"`
	Files    []FileCount `json:"files"`
	Errors   int         `json:"errors"`
	Warnings int         `json:"warnings"`
	Problems []Problem   `json:"problems"`
	Omitted  int         `json:"omitted"` // problems counted but not listed
	Version  string      `json:"version"` // identifies the input's bytes
	first    Problem     // the first error
}

// Err is nil for data fit to be stored, and otherwise says how much is wrong and where first.
func (r *Report) Err() error {
	if r.Errors == 0 {
		return nil
	}
	return &RefusedError{Errors: r.Errors, First: r.first}
}

// Text writes the report for reading: the files, then each problem on its line.
func (r *Report) Text(w io.Writer) error {
	var text strings.Builder
	fmt.Fprintf(&text, "%-24s %9s %9s %9s\n", "file", "read", "stored", "refused")
	for _, file := range r.Files {
		fmt.Fprintf(&text, "%-24s %9d %9d %9d\n", file.File, file.Read, file.Stored, file.Refused)
	}
	for _, problem := range r.Problems {
		fmt.Fprintln(&text, problem)
	}
	if r.Omitted > 0 {
		fmt.Fprintf(&text, "and %d more\n", r.Omitted)
	}
	fmt.Fprintf(&text, "%s, %s\n", counted(r.Errors, "error"), counted(r.Warnings, "warning"))
	_, err := io.WriteString(w, text.String())
	return err
}

// JSON writes the report for programs.
func (r *Report) JSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
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

func (r *Report) add(problem Problem) {
	if problem.Severity == "" {
		problem.Severity = Error
	}
	if problem.Severity == Error {
		if r.Errors == 0 {
			r.first = problem
		}
		r.Errors++
	} else {
		r.Warnings++
	}
	if len(r.Problems) >= problemsKept {
		r.Omitted++
		return
	}
	r.Problems = append(r.Problems, problem)
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
