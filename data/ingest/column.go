package ingest

import (
	"fmt"
	"strings"

	"meridian/data/ingest/value"
)

// cacheSize bounds the different cells of a column that are remembered, and cachedText their length in bytes.
const (
	cacheSize  = 1 << 14
	cachedText = 256
)

// textMost is the most bytes of a cell: a page of text or ten, and never a file that lost a quotation mark.
const textMost = 32 << 10

// column reads one column of the table out of a file's rows.
type column struct {
	Column
	at       int               // which cell of the row; -1 is none
	constant string            // stands in every row, instead of a cell
	values   map[string]string // their values: ours
	lookup   *lookup
	decimals *value.Decimals
	dates    *value.Dates

	last    string // cells are often those of the row before
	known   *outcome
	cache   map[string]*outcome // nil for a column in which few cells are alike
	hits    int
	scratch outcome
}

// outcome is what a cell turned out to be. It is the same for every row that holds the same text.
type outcome struct {
	value  any          // to store; nil for none
	fault  *value.Fault // why the row is refused
	refuse bool         // the row is refused for what has been told already
	none   bool         // somebody decided that the text names no place
	tells  [3]*told     // what to count
	place  *UnmatchedPlace
}

func (o *outcome) tell(t *told) {
	for i := range o.tells {
		if o.tells[i] == nil {
			o.tells[i] = t
			return
		}
	}
}

// newColumn prepares to read a column; the mapping is empty for the format's own files.
func (f *file) newColumn(spec Column, mapping ColumnMapping) (*column, error) {
	c := &column{Column: spec, at: -1, constant: mapping.Constant, cache: map[string]*outcome{}}
	if len(mapping.Values) > 0 {
		c.values = make(map[string]string, len(mapping.Values))
		for theirs, ours := range mapping.Values {
			mended, _ := value.Code(theirs)
			c.values[mended] = ours
		}
	}
	switch spec.Type {
	case Count, Rank:
		c.decimals = value.NewDecimals(f.mapping.Decimal, true)
	case Number, Measure, Latitude, Longitude, Money:
		c.decimals = value.NewDecimals(f.mapping.Decimal, false)
	case Day, Moment:
		c.dates = value.NewDates(f.mapping.Dates)
	}
	if mapping.Lookup == nil {
		return c, nil
	}
	var err error
	c.lookup, err = f.openLookup(spec.Name, *mapping.Lookup)
	return c, err
}

// observe looks at a cell before any is read, for what only the whole column tells.
func (c *column) observe(cells []string, line int) {
	if c.at < 0 || c.lookup != nil || cells[c.at] == "" {
		return
	}
	switch {
	case c.decimals != nil:
		c.decimals.Observe(strings.TrimSpace(cells[c.at]), line)
	case c.dates != nil:
		c.dates.Observe(strings.TrimSpace(cells[c.at]), line)
	}
}

// read returns what the row has for the column.
func (c *column) read(f *file, cells []string) *outcome {
	text := c.constant
	if c.at >= 0 {
		text = cells[c.at]
	}
	if c.known != nil && text == c.last {
		return c.known
	}
	c.last, c.known = text, c.look(f, text)
	return c.known
}

// look finds what the text was understood as before, or understands it.
func (c *column) look(f *file, text string) *outcome {
	if c.cache == nil || len(text) > cachedText {
		c.scratch = outcome{}
		c.understand(f, text, &c.scratch)
		return &c.scratch
	}
	if known, there := c.cache[text]; there {
		c.hits++
		return known
	}
	known := &outcome{}
	text = strings.Clone(text) // a part of the block would keep the whole of it in memory
	c.understand(f, text, known)
	c.cache[text] = known
	if len(c.cache) >= cacheSize {
		c.forget()
	}
	return known
}

// forget begins the cache anew, or gives it up where it was of little use.
func (c *column) forget() {
	if c.hits < 2*cacheSize {
		c.cache = nil
		return
	}
	c.hits = 0
	clear(c.cache)
}

// understand goes from the cell to the value to store.
func (c *column) understand(f *file, cell string, out *outcome) {
	text := strings.TrimSpace(cell)
	if text != "" && c.lookup != nil {
		text, out.fault = c.lookup.find(text)
	}
	if out.fault == nil && c.values != nil && text != "" {
		mended, _ := value.Code(text)
		if ours, there := c.values[mended]; there {
			text = strings.TrimSpace(ours)
		}
	}
	if out.fault == nil {
		c.parse(f, text, out)
	}
}

// parse reads the cell's text, once the mapping has changed it.
func (c *column) parse(f *file, text string, out *outcome) {
	if c.decimals != nil && value.Unstated(text) {
		t := f.tell(c.Name, text, "words for “not known” read as empty", "leave such cells empty")
		out.tell(t)
		text = ""
	}
	if text == "" {
		c.parseEmpty(f, out)
		return
	}
	if len(text) > textMost {
		out.fault = &value.Fault{Reason: fmt.Sprintf("the cell holds %d bytes, the most is %d", len(text), textMost),
			Remedy: "shorten the text, or look for a quotation mark that is not closed"}
		return
	}
	if char, position, found := value.Control(text); found {
		out.fault = invisible(char, position)
		return
	}
	out.value, out.fault = c.parseText(f, text, out)
}

func (c *column) parseEmpty(f *file, out *outcome) {
	switch {
	case c.Default == sourceFile:
		out.value = f.cite()
	case c.Default != "":
		out.value = c.Default
	case c.Required:
		out.fault = &value.Fault{Reason: "the cell is empty and the column is required", Remedy: "fill it in or remove the row"}
	}
}
