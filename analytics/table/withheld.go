package table

// Reason is why a cell is withheld.
type Reason string

// The reasons why a cell is withheld.
const (
	FewPeople Reason = "few_people" // it stands for one to four people
	SmallBase Reason = "small_base" // it is a percentage or an average of too few people
	GivesAway Reason = "gives_away" // it would give away another cell that is withheld
)

// WithheldCell is a cell that is not shown. In the rows it is nil.
type WithheldCell struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
	Shown  string `json:"shown"` // what stands in its place: ".." or "<5"
	Reason Reason `json:"reason"`
}

// kept is what of a table is kept back.
type kept struct {
	cells   map[place]WithheldCell
	misread bool
}

type place struct {
	row    int
	column string
}

// Withhold takes a cell out of the rows and lists it as withheld.
func (t *Table) Withhold(cell WithheldCell) {
	if t.kept == nil {
		t.kept = &kept{cells: map[place]WithheldCell{}}
	}
	t.Rows[cell.Row][t.Index(cell.Column)] = nil
	t.Withheld = append(t.Withheld, cell)
	t.kept.cells[place{cell.Row, cell.Column}] = cell
}

// WithheldIn gives the cell that is kept back at a place, if one is.
func (t *Table) WithheldIn(row int, column string) (WithheldCell, bool) {
	if t.kept == nil {
		return WithheldCell{}, false
	}
	w, is := t.kept.cells[place{row, column}]
	return w, is
}

// Misread tells whether Value was asked for a cell that is withheld, and took it for nought: what was made of such
// values cannot be said.
func (t *Table) Misread() bool { return t.kept != nil && t.kept.misread }

// ReadAfresh forgets what was misread so far.
func (t *Table) ReadAfresh() {
	if t.kept != nil {
		t.kept.misread = false
	}
}

// Suppressed tells whether an answer counts people and not one of its visible numbers is left.
func (t *Table) Suppressed() bool {
	if len(t.Withheld) == 0 {
		return false
	}
	for i, c := range t.Columns {
		if c.Hidden || !c.isNumber() {
			continue
		}
		for _, row := range t.Rows {
			if row[i] != nil {
				return false
			}
		}
	}
	return true
}

func (c Column) isNumber() bool {
	return c.People || c.Base != "" || c.Type == "int" || c.Type == "float" || c.Type == "percent" || c.Type == "share" || c.Type == "money"
}
