package analytics

import (
	"context"

	"meridian/analytics/disclose"
	"meridian/analytics/lang"
	"meridian/analytics/table"
	"meridian/data/fault"
)

// Asked names the number to explain: a row of a chart's table by its place in it or by its values, and a column; or a
// key figure. Offsets and Limit choose which of the rows behind it are listed.
type Asked struct {
	Chart, KPI string
	Row        int    // from 0; negative where At names the row
	At         string // COLUMN:VALUE;COLUMN:VALUE
	Column     string // empty: the first that holds numbers
	Offsets    []int  // the first of the rows listed, of each kind in the order of Used; one alone is of every kind
	Limit      int
}

// offset is the first of the rows listed of the kind that stands at a place in Used.
func (a Asked) offset(kind int) int {
	switch {
	case len(a.Offsets) == 1:
		return a.Offsets[0]
	case kind < len(a.Offsets):
		return a.Offsets[kind]
	}
	return 0
}

// Explanation is a number with all that it is made of.
type Explanation struct {
	Kind       string            `json:"kind"` // chart or kpi
	ID         string            `json:"id"`
	Title      string            `json:"title"`
	Value      *Told             `json:"value"` // null where the row has no number
	Row        []Cell            `json:"row"`
	Metric     *MetricEntry      `json:"metric"` // null for a figure that is only published
	SQL        string            `json:"sql"`
	Parameters map[string]any    `json:"parameters"` // as they were bound
	Filters    map[string]string `json:"filters"`
	Said       []string          `json:"said"` // the filters in words
	Used       []UsedRows        `json:"used"`
	Excluded   []Excluded        `json:"excluded"` // of the first of the used
	Agrees     *bool             `json:"agrees"`   // whether the used rows give the value again, before any rounding; null where a formula is no sum
	Evidence   string            `json:"evidence"`
	Sources    []Source          `json:"sources"`
	Figures    []Figure          `json:"figures"` // published figures of the same thing, the one shown first
	AsOf       string            `json:"as_of"`
	Dataset    DatasetRef        `json:"dataset"`
	Href       string            `json:"href"` // the address of the page that explains it

	Disclosure     disclose.Mode `json:"disclosure"`                // the rule for numbers of people
	DisclosureNote string        `json:"disclosure_note,omitempty"` // the same in words; none where no people are counted
}

// Told is a number, and how it is written.
type Told struct {
	Column  string   `json:"column,omitempty"`
	Label   string   `json:"label"`
	Value   *float64 `json:"value"` // null for none
	Display string   `json:"display"`
	Unit    string   `json:"unit,omitempty"`
}

// Cell is one word of a row.
type Cell struct {
	Name    string `json:"name"`
	Label   string `json:"label"`
	Display string `json:"display"`
}

// UsedRows are the rows of one kind that a number is made of, a few of them listed, with those that were left out.
type UsedRows struct {
	Fact     string         `json:"fact"` // the kind; numbered where a kind stands twice
	Role     string         `json:"role"` // adds, less, over (divides) or shows
	Label    string         `json:"label"`
	Rows     int64          `json:"rows"`
	All      int64          `json:"all"` // rows of this kind that the data set has: those used and those left out
	Sum      *Told          `json:"sum"` // null where rows are counted
	Columns  []table.Column `json:"columns"`
	Sample   [][]any        `json:"sample"`
	Offset   int            `json:"offset"`
	Next     *int           `json:"next"` // the offset of the next rows; null when these are the last
	Excluded []Excluded     `json:"excluded"`
	Withheld string         `json:"withheld,omitempty"` // why rows are not listed; their numbers are rounded then
	SQL      string         `json:"sql"`                // the query that parts the rows into used and left out
}

// Excluded counts the rows left out for one reason; a row is counted under the first that holds.
type Excluded struct {
	Reason string `json:"reason"`
	Said   string `json:"said"`
	Rows   int64  `json:"rows"`
}

// Explain tells what a number is made of: which rows were used, which were left out and why, and where they are from.
func (n *Network) Explain(ctx context.Context, asked Asked, q Question) (*Explanation, error) {
	switch {
	case (asked.Chart == "") == (asked.KPI == ""):
		return nil, fault.Refuse("chart", "give chart=ID with row=N or at=COLUMN:VALUE, or kpi=ID")
	case asked.KPI != "":
		return n.explainKPI(ctx, asked, q)
	default:
		return n.explainChart(ctx, asked, q)
	}
}

// begun is an explanation of which only the data set and the filters are known.
func (n *Network) begun(kind, id, title string, q Question) *Explanation {
	return &Explanation{
		Kind: kind, ID: id, Title: title, Row: []Cell{}, Parameters: map[string]any{}, Filters: q.Filter.Map(), Said: []string{},
		Used: []UsedRows{}, Excluded: []Excluded{}, Sources: []Source{}, Figures: []Figure{},
		AsOf: n.snapshot.Dataset().AsOf, Dataset: n.Dataset(q.Lang), Disclosure: disclose.Strictest(q.Disclosure),
	}
}

// told writes a number as a column's are written.
func told(c table.Column, v *float64, l lang.Lang) *Told {
	t := &Told{Column: c.Name, Label: c.Label, Value: v, Display: "–", Unit: c.Unit}
	if v != nil {
		t.Display = written(c, *v, l)
	}
	return t
}
