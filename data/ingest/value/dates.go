package value

import (
	"regexp"
	"strings"
	"time"
)

// Dates finds out in which order the dates of one column are written, and reads them. A column has one order; a date
// that can only be read in the other is a fault.
type Dates struct {
	order   order
	stated  bool
	assumed bool
	first   [3]seen // by order: the first date that speaks for it
	counts  [3]int
	doubt   seen // the first date that could be read in two ways
}

// NewDates begins a column. The order is as D/M/Y, M/D/Y or Y-M-D with any separator, or "" to have it found out.
func NewDates(written string) *Dates {
	d := &Dates{}
	letters := regexp.MustCompile(`[^DMY]`).ReplaceAllString(strings.ToUpper(written), "")
	switch letters {
	case "DMY":
		d.order, d.stated = dayFirst, true
	case "MDY":
		d.order, d.stated = monthFirst, true
	case "YMD":
		d.order, d.stated = yearFirst, true
	}
	return d
}

// KnownOrder is true of an order that NewDates understands.
func KnownOrder(written string) bool {
	return regexp.MustCompile(`^(?i)(D+[-/. ]?M+[-/. ]?Y+|M+[-/. ]?D+[-/. ]?Y+|Y+[-/. ]?M+[-/. ]?D+)$`).MatchString(written)
}

// Observe takes a cell into account before any is read.
func (d *Dates) Observe(text string, line int) {
	if day, ok := takeDay(text); ok && day.numbers {
		d.note(day, text, line)
	}
}

func (d *Dates) note(day days, text string, line int) {
	if day.order == unknown {
		if d.doubt.line == 0 {
			d.doubt = seen{text, line}
		}
		return
	}
	if d.counts[day.order]++; d.counts[day.order] == 1 {
		d.first[day.order] = seen{text, line}
	}
}

// settle takes the order most of the dates speak for, and the day first where none does.
func (d *Dates) settle() {
	switch {
	case d.order != unknown:
	case d.counts[dayFirst] == 0 && d.counts[monthFirst] == 0:
		d.order, d.assumed = dayFirst, true
	case d.counts[monthFirst] > d.counts[dayFirst]:
		d.order = monthFirst
	default:
		d.order = dayFirst
	}
}

// Day returns the date a cell holds.
func (d *Dates) Day(text string, line int) (time.Time, *Fault) {
	taken, ok := takeDay(text)
	if !ok {
		return time.Time{}, notDay(text)
	}
	if taken.yearLast && d.order == yearFirst {
		return time.Time{}, d.contradiction(text, taken.order)
	}
	if taken.numbers {
		if d.order == unknown || d.first[taken.order].line == 0 {
			d.note(taken, text, line)
		}
		d.settle()
		if taken.order == unknown && d.order == monthFirst {
			taken.day, taken.month = taken.month, taken.day
		}
		if taken.order != unknown && taken.order != d.order {
			return time.Time{}, d.contradiction(text, taken.order)
		}
	}
	day, valid := taken.valid()
	if !valid {
		return time.Time{}, faulty(text, "is not a date: the calendar has no such day", "write year-month-day, as 2018-08-31")
	}
	return day, nil
}

func (d *Dates) contradiction(text string, is order) *Fault {
	if d.stated {
		return faulty(text, "is not a date in the stated order "+d.order.String(), "correct the date, or dates in dataset.yaml")
	}
	other := d.first[d.order]
	if other.line == 0 {
		other = d.doubt
	}
	return faulty(text, "can only be read as "+is.String()+", while "+Quote(other.text)+" on "+lineOf(other)+" is read as "+d.order.String(),
		"write the column's dates in one order, or state dates: "+is.String()+" for the file in dataset.yaml if that holds for all")
}

func lineOf(s seen) string { return line(s.line) }

// Doubt is a date that was read with the day first without anything to tell so, and its line.
func (d *Dates) Doubt() (text string, line int, found bool) {
	return d.doubt.text, d.doubt.line, d.assumed && d.doubt.line > 0
}

var (
	isYearMonth = regexp.MustCompile(`^(\d{4}) ?[-/.年] ?(\d{1,2})月?$`)
	isMonthYear = regexp.MustCompile(`^(\d{1,2})[-/.](\d{4})$`)
	isNamed     = regexp.MustCompile(`^([A-Za-z]{3,9})[ .,-]+(\d{4})$`)
)

// Moment returns a year, a month or a date, as precise as the cell is: 2018, 2018-08 or 2018-08-31.
func (d *Dates) Moment(text string, line int) (string, *Fault) {
	written, _ := Code(text)
	written = strings.TrimSuffix(written, "年")
	if isBareYear.MatchString(written) {
		return written, nil
	}
	if f := isYearMonth.FindStringSubmatch(written); f != nil {
		return yearMonth(text, number(f[1]), number(f[2]))
	}
	if f := isMonthYear.FindStringSubmatch(written); f != nil {
		return yearMonth(text, number(f[2]), number(f[1]))
	}
	if f := isNamed.FindStringSubmatch(written); f != nil {
		return yearMonth(text, number(f[2]), month(f[1]))
	}
	day, fault := d.Day(text, line)
	if fault != nil && strings.Contains(fault.Reason, "is not a date") {
		return "", faulty(text, "is not a year, a month or a date", "write 2018, 2018-08 or 2018-08-31")
	}
	if fault != nil {
		return "", fault
	}
	return iso(day), nil
}

func yearMonth(text string, year, month int) (string, *Fault) {
	if year == 0 || month < 1 || month > 12 {
		return "", faulty(text, "is not a year, a month or a date", "write 2018, 2018-08 or 2018-08-31")
	}
	return time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"), nil
}
