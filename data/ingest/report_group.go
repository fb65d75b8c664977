package ingest

import (
	"cmp"
	"slices"
	"strings"
)

// groupsKept bounds the kinds of problems told apart, by severity.
const groupsKept = 300

// examplesKept is how many of a group are shown with row and value.
const examplesKept = 5

// Group is problems of one kind in one column of one file.
type Group struct {
	Severity Severity  `json:"severity"`
	File     string    `json:"file"`
	Column   string    `json:"column,omitempty"`
	Reason   string    `json:"reason"` // what differs between them stands as …
	Remedy   string    `json:"remedy,omitempty"`
	Count    int       `json:"count"`
	Examples []Example `json:"examples"` // the first of them
}

// Example is one problem of a group.
type Example struct {
	Row    int    `json:"row,omitempty"`
	Value  string `json:"value,omitempty"`
	Reason string `json:"reason,omitempty"` // its own, where the group's is only the kind
	Remedy string `json:"remedy,omitempty"` // what it has beside the group's
}

// grouping finds the group a problem belongs to.
type grouping struct {
	at     map[groupKey]int
	groups map[Severity]int
}

type groupKey struct {
	severity           Severity
	file, column, kind string
}

// group counts a problem among its kind.
func (r *Report) group(problem Problem) {
	if r.grouping.at == nil {
		r.grouping = grouping{at: map[groupKey]int{}, groups: map[Severity]int{}}
	}
	problem = problem.kept()
	kind := bounded(problem.Kind)
	if kind == "" {
		kind = kindOf(problem.Reason)
	}
	key := groupKey{problem.Severity, problem.File, problem.Column, kind}
	at, there := r.grouping.at[key]
	if !there && r.grouping.groups[problem.Severity] >= groupsKept {
		r.Ungrouped++
		return
	}
	if !there {
		at = len(r.Groups)
		r.grouping.at[key] = at
		r.grouping.groups[problem.Severity]++
		r.Groups = append(r.Groups, Group{Severity: problem.Severity, File: problem.File, Column: problem.Column,
			Reason: problem.Reason, Remedy: problem.Remedy, Examples: []Example{}})
	}
	r.Groups[at].take(problem)
}

func (g *Group) take(problem Problem) {
	g.Count++
	g.Remedy = clauses(g.Remedy, problem.Remedy)
	example := Example{Row: problem.Row, Value: problem.Value, Remedy: problem.Remedy}
	if problem.Kind == "" {
		g.Reason = common(g.Reason, problem.Reason)
	} else if example.Reason = problem.Reason; g.Reason != problem.Reason {
		g.Reason = bounded(problem.Kind)
	}
	if len(g.Examples) < examplesKept {
		g.Examples = append(g.Examples, example)
	}
}

// Grouped is what was found, errors first, then by file as they were read, the most frequent first.
func (r *Report) Grouped() []Group {
	order := map[string]int{}
	for i, file := range r.Files {
		if _, seen := order[file.File]; !seen {
			order[file.File] = i - len(r.Files) // other files, which count 0, come after
		}
	}
	groups := make([]Group, len(r.Groups))
	for i, group := range r.Groups {
		groups[i] = group.told()
	}
	slices.SortStableFunc(groups, func(a, b Group) int {
		return cmp.Or(
			cmp.Compare(slices.Index(severities[:], a.Severity), slices.Index(severities[:], b.Severity)),
			cmp.Compare(order[a.File], order[b.File]), cmp.Compare(a.File, b.File), cmp.Compare(b.Count, a.Count))
	})
	return groups
}

// told says once what all share.
func (g Group) told() Group {
	examples := make([]Example, len(g.Examples))
	for i, example := range g.Examples {
		if example.Reason == g.Reason {
			example.Reason = ""
		}
		example.Remedy = strings.TrimPrefix(strings.TrimPrefix(example.Remedy, g.Remedy), "; ")
		examples[i] = example
	}
	g.Examples = examples
	return g
}
