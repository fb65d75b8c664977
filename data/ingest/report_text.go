package ingest

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Paper says how wide a text may be and whether it may be coloured.
type Paper struct {
	Columns int  // the width in characters, of which a Chinese one takes two; 100 when 0
	Colour  bool // for a terminal that shows it
}

// Text writes the report for reading, on plain paper.
func (r *Report) Text(w io.Writer) error { return r.Print(w, Paper{}) }

// Print writes the report for reading: the files, then each kind of problem with where it is found and what to do.
func (r *Report) Print(w io.Writer, paper Paper) error {
	if paper.Columns == 0 {
		paper.Columns = 100
	}
	paper.Columns = max(paper.Columns, 40)
	var text strings.Builder
	r.printFiles(&text, paper)
	for _, group := range r.Grouped() {
		group.print(&text, paper)
	}
	if r.Ungrouped > 0 {
		fmt.Fprintf(&text, "\nand %s of other kinds, which are more than can be told apart\n", counted(r.Ungrouped, "problem"))
	}
	text.WriteByte('\n')
	wrap(&text, r.Summary(), "", "  ", paper.Columns)
	_, err := io.WriteString(w, text.String())
	return err
}

// Summary is the report in one sentence.
func (r *Report) Summary() string {
	total := r.total()
	counts := fmt.Sprintf("%s, %s, %s", counted(r.Errors, "error"), counted(r.Warnings, "warning"), counted(r.Notes, "note"))
	rows := fmt.Sprintf("%s read = %d stored + %d refused", counted(total.Read, "row"), total.Stored, total.Refused)
	if r.Errors > 0 {
		return counts + "; " + rows + "; nothing is imported until the errors are put right"
	}
	return counts + "; " + rows
}

// total adds up the files.
func (r *Report) total() FileCount {
	total := FileCount{File: "total"}
	for _, file := range r.Files {
		total.Read += file.Read
		total.Stored += file.Stored
		total.Refused += file.Refused
		total.Kept += file.kept()
	}
	return total
}

func (f FileCount) kept() int {
	if f.Kept == 0 {
		return f.Stored
	}
	return f.Kept
}

// name is the file and, of a workbook, the sheet.
func (f FileCount) name() string {
	if f.Sheet == "" {
		return f.File
	}
	return f.File + " [" + f.Sheet + "]"
}

// counts is the table of files: a heading, the files and, of more than one, their total.
func (r *Report) counts() [][]string {
	total := r.total()
	fewer := total.Kept != total.Stored
	rows := [][]string{{"file", "table", "read", "stored", "refused"}}
	if fewer {
		rows[0] = append(rows[0], "kept as")
	}
	files := r.Files
	if len(files) > 1 {
		files = append(files[:len(files):len(files)], total)
	}
	for _, file := range files {
		row := []string{file.name(), file.Table, strconv.Itoa(file.Read), strconv.Itoa(file.Stored), strconv.Itoa(file.Refused)}
		if fewer {
			row = append(row, strconv.Itoa(file.kept()))
		}
		rows = append(rows, row)
	}
	return rows
}

func (r *Report) printFiles(text *strings.Builder, paper Paper) {
	rows := r.counts()
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], columnsOf(cell))
		}
	}
	rest := -2
	for _, width := range widths[1:] {
		rest += width + 2
	}
	widths[0] = min(widths[0], max(16, paper.Columns-rest-2))
	for i, row := range rows {
		var line strings.Builder
		line.WriteString(padRight(cut(row[0], widths[0]), widths[0]) + "  " + padRight(row[1], widths[1]))
		for j, number := range row[2:] {
			line.WriteString("  " + padLeft(number, widths[j+2]))
		}
		fmt.Fprintln(text, paper.strong(line.String(), i == 0))
	}
}

func (g Group) print(text *strings.Builder, paper Paper) {
	head := string(g.Severity) + " · " + g.File
	if g.Column != "" {
		head += " · " + g.Column
	}
	if g.Count > 1 {
		head += " · " + strconv.Itoa(g.Count) + " times"
	}
	var lines strings.Builder
	wrap(&lines, head, "", "  ", paper.Columns)
	fmt.Fprint(text, "\n", paper.tinted(g.Severity), strings.TrimPrefix(lines.String(), string(g.Severity)))
	wrap(text, g.Reason, "  ", "  ", paper.Columns)
	for _, where := range g.where() {
		wrap(text, where, "  ", "    ", paper.Columns)
	}
	if g.Remedy != "" {
		wrap(text, g.Remedy, "  → ", "    ", paper.Columns)
	}
}

// where tells the examples: on a line together, or each on its own where each has more to say.
func (g Group) where() []string {
	var lines, places []string
	for _, example := range g.Examples {
		place := g.place(example)
		if own := example.own(); own != "" {
			lines = append(lines, strings.TrimSpace("row "+place)+": "+own)
		} else if place != "" {
			places = append(places, place)
		}
	}
	if len(places) == 1 {
		lines = append(lines, "row "+places[0])
	} else if len(places) > 1 {
		lines = append(lines, "rows "+strings.Join(places, ", "))
	}
	more := g.Count - len(g.Examples)
	switch {
	case more == 0 || len(lines) == 0:
	case len(lines) == 1:
		lines[0] += fmt.Sprintf(" and %d more", more)
	default:
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return lines
}

// own is what an example has to say beside its group.
func (e Example) own() string {
	if e.Reason == "" || e.Remedy == "" {
		return e.Reason + e.Remedy
	}
	return e.Reason + "; " + e.Remedy
}

// place is an example's row, and its value where the reason does not say it.
func (g Group) place(example Example) string {
	if example.Row == 0 {
		return ""
	}
	place := strconv.Itoa(example.Row)
	if example.Value != "" && !strings.Contains(g.Reason, "“"+example.Value+"”") {
		place += " “" + example.Value + "”"
	}
	return place
}
