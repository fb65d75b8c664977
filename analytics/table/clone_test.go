package table

import (
	"sync"
	"testing"
)

// Copies of one answer are read, misread and withheld from at once, and none hears of another.
func TestClonesShareNothing(t *testing.T) {
	first := &Table{Columns: []Column{{Name: "people", Type: "int"}}, Rows: [][]any{{int64(3)}, {int64(40)}}}
	first.Withhold(WithheldCell{Row: 0, Column: "people", Shown: "..", Reason: FewPeople})
	var all sync.WaitGroup
	for range 16 {
		copied := first.Clone()
		all.Go(func() {
			copied.ReadAfresh()
			if copied.Value(0, "people") != 0 || !copied.Misread() {
				t.Error("a withheld cell is read as a number unnoticed")
			}
			copied.Withhold(WithheldCell{Row: 1, Column: "people", Shown: "..", Reason: GivesAway})
		})
	}
	all.Wait()
	if first.Misread() {
		t.Error("what a copy misread is the first one's fault")
	}
	if _, hidden := first.WithheldIn(1, "people"); hidden || len(first.Withheld) != 1 || first.Value(1, "people") != 40 {
		t.Errorf("what a copy withholds is withheld in the first: %v", first.Withheld)
	}
	if cell, hidden := first.Clone().WithheldIn(0, "people"); !hidden || cell.Shown != ".." {
		t.Error("a copy forgets what is withheld")
	}
}
