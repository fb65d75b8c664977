package value

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// order is which of two numbers before a year is the day.
type order int

const (
	unknown order = iota
	dayFirst
	monthFirst
	yearFirst // only ever stated: a date with its year first leaves nothing to be found out
)

var (
	isClock    = regexp.MustCompile(`[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$`)
	isISO      = regexp.MustCompile(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})$`)
	isBasic    = regexp.MustCompile(`^((?:19|20)\d{2})(\d{2})(\d{2})$`)
	isChinese  = regexp.MustCompile(`^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]$`)
	isNumbers  = regexp.MustCompile(`^(\d{1,2})([-/.]) ?(\d{1,2})([-/.]) ?(\d{4})$`)
	isDayName  = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?[ .-]*([A-Za-z]{3,9})[ .,-]*(\d{4})$`)
	isNameDay  = regexp.MustCompile(`^([A-Za-z]{3,9})[ .]*(\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4})$`)
	isSerial   = regexp.MustCompile(`^[1-6]\d{4}(\.0+)?$`)
	isShortDay = regexp.MustCompile(`^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$`)
)

// days is a date taken apart. Order tells how its first two numbers are known to stand; unknown is both ways.
type days struct {
	year, month, day int
	order            order
	yearLast         bool // two numbers before a year
	numbers          bool // and their order matters
}

// takeDay is false for what is not a date of any kind.
func takeDay(text string) (days, bool) {
	text, _ = Code(text)
	text = isClock.ReplaceAllString(text, "")
	for _, pattern := range []*regexp.Regexp{isBasic, isChinese} {
		if f := pattern.FindStringSubmatch(text); f != nil {
			return days{year: number(f[1]), month: number(f[2]), day: number(f[3])}, true
		}
	}
	if f := isISO.FindStringSubmatch(text); f != nil && f[2] == f[4] {
		return days{year: number(f[1]), month: number(f[3]), day: number(f[5])}, true
	}
	if f := isDayName.FindStringSubmatch(text); f != nil {
		return days{year: number(f[3]), month: month(f[2]), day: number(f[1])}, true
	}
	if f := isNameDay.FindStringSubmatch(text); f != nil {
		return days{year: number(f[3]), month: month(f[1]), day: number(f[2])}, true
	}
	if f := isNumbers.FindStringSubmatch(text); f != nil && f[2] == f[4] {
		return numbered(number(f[1]), number(f[3]), number(f[5]), f[2] == "."), true
	}
	return days{}, false
}

// numbered reads two numbers before a year. With points between them the day comes first, as nobody writes otherwise.
func numbered(first, second, year int, points bool) days {
	d := days{year: year, day: first, month: second, yearLast: true, numbers: !points, order: dayFirst}
	switch {
	case points || first > 12:
	case second > 12:
		d.day, d.month, d.order = second, first, monthFirst
	case first == second:
		d.numbers = false
	default:
		d.order = unknown
	}
	return d
}

// valid returns the day, and false where the calendar has none such.
func (d days) valid() (time.Time, bool) {
	day := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return day, d.year > 0 && d.month > 0 && day.Year() == d.year && int(day.Month()) == d.month && day.Day() == d.day
}

// month is the number of a month's English name, whole or its first three letters; 0 is none.
func month(name string) int {
	name = strings.ToLower(name)
	for m := time.January; m <= time.December; m++ {
		whole := strings.ToLower(m.String())
		if name == whole || name == whole[:3] || (name == "sept" && m == time.September) {
			return int(m)
		}
	}
	return 0
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // at most four digits
	return n
}

// notDay tells what is wrong with a cell that is no date.
func notDay(text string) *Fault {
	remedy := "write year-month-day, as 2018-08-31"
	switch {
	case isSerial.MatchString(text):
		return faulty(text, "is not a date: it looks like the number a spreadsheet keeps for a day", "format the column as dates before saving the file")
	case isShortDay.MatchString(text):
		return faulty(text, "is not a date: the year has two digits", remedy)
	}
	return faulty(text, "is not a date", remedy)
}

func iso(day time.Time) string { return day.Format(time.DateOnly) }

func (o order) String() string {
	return fmt.Sprint([...]string{"", "D/M/Y", "M/D/Y", "Y-M-D"}[o])
}
