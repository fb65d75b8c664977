package value_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"meridian/data/ingest/value"
)

func dates(order string, cells ...string) string {
	d := value.NewDates(order)
	for i, cell := range cells {
		d.Observe(cell, i+2)
	}
	var read []string
	for i, cell := range cells {
		day, fault := d.Day(cell, i+2)
		if fault != nil {
			read = append(read, "! "+fault.Reason)
			continue
		}
		read = append(read, day.Format(time.DateOnly))
	}
	return strings.Join(read, " | ")
}

func TestDatesOfAColumn(t *testing.T) {
	for _, c := range []struct {
		order string
		cells []string
		want  string
	}{
		{"", []string{"2018-08-31", "2018/8/31", "2018.08.31", "20180831", "2018-08-31T10:00:00", "2018-08-31 10:00"},
			strings.TrimSuffix(strings.Repeat("2018-08-31 | ", 6), " | ")},
		{"", []string{"31.8.2018", "2018年8月31日", "31 August 2018", "31-Aug-2018", "Aug 31, 2018", "August 31st, 2018", "31. 8. 2018"},
			strings.TrimSuffix(strings.Repeat("2018-08-31 | ", 7), " | ")},
		{"", []string{"03/04/2018", "25/12/2018"}, "2018-04-03 | 2018-12-25"},
		{"", []string{"03/04/2018", "12/25/2018"}, "2018-03-04 | 2018-12-25"},
		{"", []string{"25/12/2018", "26/12/2018", "12/25/2018"},
			"2018-12-25 | 2018-12-26 | ! “12/25/2018” can only be read as M/D/Y, while “25/12/2018” on line 2 is read as D/M/Y"},
		{"M/D/Y", []string{"03/04/2018", "25/12/2018"}, "2018-03-04 | ! “25/12/2018” is not a date in the stated order M/D/Y"},
		{"D/M/Y", []string{"03/04/2018", "03.04.2018"}, "2018-04-03 | 2018-04-03"},
		{"", []string{"2018-02-30", "31/8/18", "43343", "soon", "31 Augustus 2018", "2018-13-01", "0/0/2018"},
			"! “2018-02-30” is not a date: the calendar has no such day | ! “31/8/18” is not a date: the year has two digits | " +
				"! “43343” is not a date: it looks like the number a spreadsheet keeps for a day | ! “soon” is not a date | " +
				"! “31 Augustus 2018” is not a date: the calendar has no such day | ! “2018-13-01” is not a date: the calendar has no such day | " +
				"! “0/0/2018” is not a date: the calendar has no such day"},
	} {
		if got := dates(c.order, c.cells...); got != c.want {
			t.Errorf("%q %v:\n got %s\nwant %s", c.cells, c.order, got, c.want)
		}
	}
}

// TestAmbiguousDates: days up to 12 tell nothing, and what was assumed is said.
func TestAmbiguousDates(t *testing.T) {
	d := value.NewDates("")
	day, fault := d.Day("03/04/2018", 2)
	if fault != nil || day.Format(time.DateOnly) != "2018-04-03" {
		t.Error(day, fault)
	}
	if text, line, found := d.Doubt(); !found || text != "03/04/2018" || line != 2 {
		t.Error("nobody hears of the assumption", text, line, found)
	}
	if _, fault := d.Day("12/25/2018", 3); fault == nil || !strings.Contains(fault.Reason, "“03/04/2018” on line 2") {
		t.Error("a date that contradicts the assumption passes:", fault)
	}
	d = value.NewDates("D/M/Y")
	d.Day("03/04/2018", 2)
	if _, _, found := d.Doubt(); found {
		t.Error("a stated order is in doubt")
	}
}

func TestAStatedOrderWithTheYearFirstRefusesOthers(t *testing.T) {
	d := value.NewDates("Y-M-D")
	for _, text := range []string{"2018-04-03", "2018/4/3", "3 April 2018"} {
		if day, fault := d.Day(text, 2); fault != nil || day.Format(time.DateOnly) != "2018-04-03" {
			t.Errorf("%q: %v %v", text, day, fault)
		}
	}
	for _, text := range []string{"03/04/2018", "25/12/2018", "12/25/2018", "03.04.2018", "4/4/2018"} {
		if day, fault := d.Day(text, 3); fault == nil || !strings.Contains(fault.Reason, "stated order Y-M-D") {
			t.Errorf("%q was read as %v (%v)", text, day, fault)
		}
	}
}

func TestMoments(t *testing.T) {
	for text, want := range map[string]string{"2018": "2018", "2018年": "2018", "2018-08": "2018-08", "2018年8月": "2018-08", "8/2018": "2018-08",
		"Aug 2018": "2018-08", "31 August 2018": "2018-08-31", "long ago": "", "2018-13": "", "13/2018": "", "Mai 2018": ""} {
		if got, fault := value.NewDates("").Moment(text, 1); got != want || (fault == nil) != (want != "") {
			t.Errorf("%q was read as %q (%v), want %q", text, got, fault, want)
		}
	}
}

func TestYears(t *testing.T) {
	spans, calendar := value.YearRule{}, value.YearRule{Calendar: true}
	for _, c := range []struct {
		text string
		rule value.YearRule
		want string
	}{
		{"2017/18", spans, "2017/2018"}, {"2017/2018", spans, "2017/2018"}, {"2017-18", spans, "2017/2018"}, {"2017–18", spans, "2017/2018"},
		{"201718", spans, "2017/2018"}, {"2017-2018學年", spans, "2017/2018"}, {"2017 / 2018", spans, "2017/2018"}, {"AY2017/18", spans, "2017/2018"},
		{"1999/00", spans, "1999/2000"}, {"2017年-2018年", spans, "2017/2018"},
		{"2017", value.YearRule{Bare: "starts"}, "2017/2018"}, {"2017", value.YearRule{Bare: "ends"}, "2016/2017"},
		{"2018", calendar, "2018"}, {"2018年", calendar, "2018"}, {"2018.0", calendar, "2018"},
		{"2017", spans, ""}, {"2017/19", spans, ""}, {"2017/2019", spans, ""}, {"201719", spans, ""}, {"17/18", spans, ""}, {"0000", calendar, ""},
		{"2017/2018", calendar, ""}, {"x", calendar, ""}, {"x", spans, ""},
	} {
		got, fault := value.Year(c.text, c.rule)
		if got != c.want || (fault == nil) != (c.want != "") {
			t.Errorf("%q by %+v was read as %q (%v), want %q", c.text, c.rule, got, fault, c.want)
		}
	}
}

func TestKnownOrders(t *testing.T) {
	for order, want := range map[string]bool{"D/M/Y": true, "dd.mm.yyyy": true, "M/D/Y": true, "Y-M-D": true, "Y/D/M": false, "soon": false, "": false} {
		if value.KnownOrder(order) != want {
			t.Errorf("%q: %v", order, !want)
		}
	}
}

var isYearID = regexp.MustCompile(`^\d{4}(/\d{4})?$`)

func FuzzDay(f *testing.F) {
	for _, seed := range []string{"2018-08-31", "31/8/2018", "2018年8月31日", "Aug 31, 2018", "2017/18", "201718", "2018", "99999999", "١٢/٣/٢٠١٨"} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		d := value.NewDates("")
		for i, text := range []string{first, second} {
			if day, fault := d.Day(text, i+1); fault == nil && (day.Year() < 1 || day.Year() > 9999) {
				t.Errorf("%q is %v", text, day)
			}
			if moment, fault := d.Moment(text, i+1); fault == nil && !regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`).MatchString(moment) {
				t.Errorf("%q is %q", text, moment)
			}
			for _, rule := range []value.YearRule{{}, {Calendar: true}, {Bare: "starts"}, {Bare: "ends"}} {
				if id, fault := value.Year(text, rule); fault == nil && !isYearID.MatchString(id) {
					t.Errorf("%q is the year %q", text, id)
				}
			}
		}
	})
}
