package match

import (
	"cmp"
	"slices"
	"strings"
)

// Names finds the institutions of a data set by their names. It is filled first and asked then, and is not safe for use
// by several goroutines.
type Names struct {
	list   []named
	folded map[string][]int // entries of list by name; made anew after names were added
	budget int              // comparisons that Nearest may still make
}

type named struct{ id, name, folded string }

// comparisonsMost bounds the work of looking for near names in one import: some seconds.
const comparisonsMost = 5_000_000

// Add adds a name of an institution. Empty names do nothing.
func (n *Names) Add(id, name string) {
	if name != "" {
		n.list = append(n.list, named{id: strings.Clone(id), name: strings.Clone(name)})
		n.folded = nil
	}
}

// Find gives the ids of the institutions that have the name, whatever its case, accents and punctuation.
func (n *Names) Find(text string) []string {
	n.prepare()
	var ids []string
	for _, at := range n.folded[fold(text)] {
		if id := n.list[at].id; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (n *Names) prepare() {
	if n.folded != nil {
		return
	}
	n.folded, n.budget = map[string][]int{}, comparisonsMost
	for i := range n.list {
		text := fold(n.list[i].name)
		n.list[i].folded = text
		if text != "" {
			n.folded[text] = append(n.folded[text], i)
		}
	}
}

// Nearest are the at most count institutions whose names are like the text, the likest first; none once a great many
// names have been compared.
func (n *Names) Nearest(text string, count int) []Candidate {
	n.prepare()
	if n.budget < len(n.list) || len(text) > nameLength {
		return nil
	}
	n.budget -= len(n.list)
	folded := fold(text)
	var found []Candidate
	for _, one := range n.list {
		if score := similarity(folded, one.folded); score >= nearName {
			found = append(found, Candidate{one.id, one.name, score, "much the same name"})
		}
	}
	slices.SortStableFunc(found, func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
	seen := map[string]bool{}
	found = slices.DeleteFunc(found, func(c Candidate) bool {
		twice := seen[c.Target]
		seen[c.Target] = true
		return twice
	})
	return found[:min(count, len(found))]
}

// nearName is the least similarity worth proposing.
const nearName = 0.6
