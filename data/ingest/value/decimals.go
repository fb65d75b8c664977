package value

import "strings"

// Decimals finds out which decimal sign the numbers of one column have, and reads them. A column has one; a number
// that speaks for the other is a fault.
type Decimals struct {
	whole   bool
	sign    form
	stated  bool
	assumed bool
	first   [3]seen // by form: the first number that speaks for it
	counts  [3]int
	doubt   seen // the first number that could be read in two ways
}

// seen is a cell and where it stands.
type seen struct {
	text string
	line int
}

// NewDecimals begins a column. The decimal sign is "point", "comma" or "" to have it found out. In a column of whole
// numbers what could be thousands or decimals is thousands, unless a sign is stated.
func NewDecimals(decimal string, whole bool) *Decimals {
	d := &Decimals{whole: whole}
	switch decimal {
	case "point":
		d.sign, d.stated = point, true
	case "comma":
		d.sign, d.stated = comma, true
	}
	return d
}

// Observe takes a cell into account before any is read.
func (d *Decimals) Observe(text string, line int) {
	if w, ok := takeApart(text); ok {
		d.note(w, text, line)
	}
}

func (d *Decimals) note(w written, text string, line int) {
	switch w.form {
	case point, comma:
		if d.counts[w.form]++; d.counts[w.form] == 1 {
			d.first[w.form] = seen{text, line}
		}
	case either:
		if d.doubt.line == 0 {
			d.doubt = seen{text, line}
		}
	}
}

// settle takes the sign most of the numbers speak for, and a point where none does.
func (d *Decimals) settle() {
	switch {
	case d.sign != plain:
	case d.counts[point] == 0 && d.counts[comma] == 0:
		d.assumed = true
		d.sign = point
	case d.counts[comma] > d.counts[point]:
		d.sign = comma
	default:
		d.sign = point
	}
}

// A Number is a cell of a column of numbers.
type Number struct {
	Text    string // digits, with a point before decimals, as programs write numbers
	Percent bool   // a percent sign stood behind it
	Grouped bool   // thousands were set apart, or the decimal sign was a comma
}

// Read returns the number a cell holds.
func (d *Decimals) Read(text string, line int) (Number, *Fault) {
	if f, ok := usual(text); ok && (f == plain || f == d.sign && d.first[f].line > 0) {
		return Number{Text: text}, nil
	}
	w, ok := takeApart(text)
	if !ok {
		return Number{}, faulty(text, "is not a number", "write digits and a decimal sign, as 12.5")
	}
	if w.form == plain {
		return Number{Text: w.text, Percent: w.percent, Grouped: w.text != text && !w.percent}, nil
	}
	if d.whole && !d.stated && w.form == either {
		return Number{Text: strings.NewReplacer(".", "", ",", "").Replace(w.text), Percent: w.percent, Grouped: true}, nil
	}
	if d.sign == plain || w.form == either || d.first[w.form].line == 0 {
		d.note(w, text, line)
	}
	d.settle()
	if d.assumed && w.form == comma && d.doubt.line == 0 && d.first[point].line == 0 {
		d.sign, d.assumed = comma, false
	}
	if w.form != either && w.form != d.sign {
		return Number{}, d.contradiction(text, w.form)
	}
	number := w.decimal(d.sign)
	return Number{Text: number, Percent: w.percent, Grouped: number != w.text}, nil
}

func (d *Decimals) contradiction(text string, is form) *Fault {
	names := [...]string{point: "point", comma: "comma"}
	if d.stated {
		return faulty(text, "has a decimal "+names[is]+", dataset.yaml states decimal: "+names[d.sign],
			"correct the number or the statement")
	}
	other := d.first[d.sign]
	if other.line == 0 {
		other = d.doubt
	}
	return faulty(text, "has a decimal "+names[is]+", while "+Quote(other.text)+" on "+line(other.line)+" is read with a decimal "+names[d.sign],
		"write the column's numbers in one way, or state decimal: comma or decimal: point for the file in dataset.yaml")
}

// Sign is "point" or "comma" where numbers of the column speak for it, and the first that does.
func (d *Decimals) Sign() (sign, text string, line int) {
	names := [...]string{point: "point", comma: "comma"}
	if d.sign == plain || d.counts[d.sign] == 0 {
		return "", "", 0
	}
	return names[d.sign], d.first[d.sign].text, d.first[d.sign].line
}

// Doubt is a number that was read in one of two ways without anything to tell which, and its line.
func (d *Decimals) Doubt() (text string, line int, found bool) {
	return d.doubt.text, d.doubt.line, d.assumed && d.doubt.line > 0
}
