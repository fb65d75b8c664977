package finding_test

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"meridian/analytics"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
)

// swapped are words that say the opposite of one another.
var swapped = map[string]string{
	"rose": "fell", "fell": "rose", "most": "fewest", "fewest": "most", "more": "fewer", "fewer": "more", "grown": "fallen", "fallen": "grown",
	"received": "sent", "sent": "received", "left": "came", "came": "left",
}

// mutants makes the text wrong in one place after another: another number, the opposite word. Every one has to be found
// out; it gives their number.
func mutants(t *testing.T, c claim, v view, s said, groups []string) (caught int) {
	t.Helper()
	for i, g := range groups {
		wrong := wrongly(g)
		if wrong == "" {
			continue
		}
		changed := slices.Clone(groups)
		changed[i] = wrong
		if noMatter(c, i, changed) {
			continue
		}
		missed := !found(c, v, changed)
		if missed && academicYear.MatchString(g) {
			continue // another year can be true as well
		}
		if missed {
			t.Errorf("%s: nobody notices %q in the place of %q: %q", s.of, wrong, g, s.text)
			continue
		}
		caught++
	}
	return caught
}

// found tells whether a claim rejects its groups; one that cannot even be worked out is rejected.
func found(c claim, v view, groups []string) (wrong bool) {
	defer func() {
		if recover() != nil {
			wrong = true
		}
	}()
	return c.holds(v, groups) != nil
}

// noMatter: a shorter run of years is true where a longer one is.
func noMatter(c claim, i int, _ []string) bool {
	return strings.HasPrefix(c.of, "moved-") && (i == 6 || i == 0)
}

var academicYear = regexp.MustCompile(`^\d{4}/\d\d$`)

var times = regexp.MustCompile(`^\d+\.\d+|\d+ times$`)

var wholeNumber = regexp.MustCompile(`^\d[\d,]*$`)

func wrongly(g string) string {
	switch {
	case swapped[g] != "":
		return swapped[g]
	case g == "One":
		return "2"
	case wholeNumber.MatchString(g):
		return strconv.Itoa(number(g) + 1)
	case strings.HasSuffix(g, "%") || times.MatchString(g):
		return "1" + g
	case g == "Twice":
		return "3 times"
	case academicYear.MatchString(g):
		return lang.Year(academic(number(g[:4]) - 1))
	default:
		return renamed(g)
	}
}

// renamed puts a name that nobody has in the place of one that is known; it is empty where none is named.
func renamed(g string) string {
	for id, name := range nameOf {
		if id != "" && strings.Contains(g, name) {
			return strings.Replace(g, name, "Atlantis", 1)
		}
	}
	if strings.Contains(g, "Partner ") {
		return strings.Replace(g, "Partner ", "Atlantis ", 1)
	}
	return ""
}

// shortClaim: years, how many. What is not over has to be among them.
func shortClaim(fact string) func(view, []string) error {
	return func(v view, g []string) error {
		years := regexp.MustCompile(`\d{4}/\d\d`).FindAllString(g[0], -1)
		errs := []error{same("years", max(number("0"+g[1]), 1), len(years))}
		if len(years) == 1 && g[1] != "" {
			errs = append(errs, errors.New("one year is said to be several"))
		}
		for _, y := range years {
			if v.whole(fact, full(y)) {
				errs = append(errs, errors.New(y+" is whole"))
			}
		}
		return errors.Join(errs...)
	}
}

var digits = regexp.MustCompile(`\d[\d,./]*\d|\d`)

// numbersOf are the numbers of a text in order of size; a number written as a word counts as one.
func numbersOf(text string) string {
	words := strings.NewReplacer("One ", "1 ", "one more", "1 more", "Five ", "5 ", "Twice", "2", "一所", "1", "一份", "1", "一個", "1", "一个", "1", "五個", "5", "五个", "5", "一倍", "2", "兩倍", "2", "两倍", "2", "多於一個", "", "多于一个", "")
	list := digits.FindAllString(words.Replace(text), -1)
	slices.Sort(list)
	return strings.Join(list, " ")
}

// sameNumbers: what is said in English is said in Chinese, with the same numbers.
func sameNumbers(t *testing.T, n *analytics.Network, f filter.Filter, english []said) {
	t.Helper()
	for _, l := range []lang.Lang{lang.Traditional, lang.Simplified} {
		other, _ := texts(t, n, f, l)
		if len(other) != len(english) {
			t.Fatalf("through %v %d texts in English, %d in %s", f.Map(), len(english), len(other), l)
		}
		for i, s := range other {
			if s.of != english[i].of || numbersOf(s.text) != numbersOf(english[i].text) {
				t.Errorf("%s says %q, in English %q", l, s.text, english[i].text)
			}
		}
	}
}

// TestWrongRulesAreFoundOut: texts as rules with a fault would write them are refused, so the test above can fail.
func TestWrongRulesAreFoundOut(t *testing.T) {
	w := invent(0)
	n := open(t, w)
	_, short := texts(t, n, filter.Filter{}, lang.English)
	v := view{w, filter.Filter{}, short}
	last := academic(w.first + w.years - 1)
	now, was := v.people("inbound", last)+1, v.people("inbound", before(last))
	for _, text := range []said{
		{of: "moved-inbound", text: "Inbound exchange rose by " + strconv.Itoa(now) + " to " + strconv.Itoa(now) + " in " + lang.Year(last)},
		{of: "moved-outbound", text: "Outbound exchange rose by " + strconv.Itoa(max(now-was, was-now)) + " to " + strconv.Itoa(now) + " in " + lang.Year(last)},
		{of: "partner-map", text: "Partners in " + strconv.Itoa(len(w.partners)) + " countries and regions"},
		{of: "dormant-agreements", text: strconv.Itoa(len(v.undecided("dormant"))+2) + " agreements are dormant: no student, staff or project in 3 years, those with Partner AK among them"},
		{of: "overdue-agreements", text: strconv.Itoa(len(w.agreements)) + " agreements are past their end date and still marked as in effect, those with Partner AK among them"},
	} {
		c, groups := claimOf(text)
		if c == nil || !found(*c, v, groups) {
			t.Errorf("%q passes", text.text)
		}
	}
	if err := n.Ready(context.Background()); err != nil {
		t.Error(err)
	}
}
