package filter

import (
	"fmt"
	"meridian/data/fault"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
)

const (
	longest      = 2000
	mostPartners = 50
)

// Parse reads the fields of a request. Values it does not know are refused by name, never ignored; whether partners
// exist is for the caller to look up.
func Parse(get func(name string) string, known Known) (Filter, error) {
	var f Filter
	var err error
	if f.From, err = parseYear("from", get("from"), known); err != nil {
		return Filter{}, err
	}
	if f.To, err = parseYear("to", get("to"), known); err != nil {
		return Filter{}, err
	}
	if f.From != "" && f.To != "" && f.From > f.To {
		return Filter{}, fault.Refuse("from", "from=%s is after to=%s", f.From, f.To)
	}
	for name, list := range f.lists() {
		if name == "partner" {
			continue
		}
		if *list, err = parseList(name, get(name), known[name]); err != nil {
			return Filter{}, err
		}
	}
	f.Partner, err = parsePartners(get("partner"))
	return f, err
}

// parsePartners reads a list of institution ids, each once, in order.
func parsePartners(value string) ([]string, error) {
	if len(value) > longest {
		return nil, fault.Refuse("partner", "partner is longer than %d characters", longest)
	}
	var ids []string
	for _, id := range strings.Split(value, ",") {
		if id = strings.TrimSpace(id); id != "" {
			ids = append(ids, id)
		}
	}
	if len(ids) > mostPartners {
		return nil, fault.Refuse("partner", "partner names %d institutions; give at most %d", len(ids), mostPartners)
	}
	sort.Strings(ids)
	return slices.Compact(ids), nil
}

var (
	academicYear = regexp.MustCompile(`^(\d{4})[/-](\d{2}|\d{4})$`)
	calendarYear = regexp.MustCompile(`^\d{4}$`)
)

func parseYear(field, value string, known Known) (string, error) {
	if value == "" {
		return "", nil
	}
	if calendarYear.MatchString(value) && calendar(known["year"]) {
		return knownYear(field, value, known)
	}
	m := academicYear.FindStringSubmatch(value)
	if m == nil {
		return "", fault.Refuse(field, "%s=%s is not %s", field, clip(value), expected(known["year"]))
	}
	year := academicYearFrom(m[1])
	if !strings.HasSuffix(year, m[2]) {
		return "", fault.Refuse(field, "%s=%s is not an academic year: %s is followed by %s", field, clip(value), m[1], year[5:])
	}
	return knownYear(field, year, known)
}

func knownYear(field, year string, known Known) (string, error) {
	if slices.Contains(known["year"], year) {
		return year, nil
	}
	kind := "academic year"
	if calendar(known["year"]) {
		kind = "year"
	}
	return "", fault.Refuse(field, "%s=%s: the data set has no such %s; it has %s", field, year, kind, span(known["year"]))
}

// calendar tells whether a data set's years are calendar years, written 2018.
func calendar(years []string) bool {
	return slices.ContainsFunc(years, calendarYear.MatchString)
}

func expected(years []string) string {
	if calendar(years) {
		return "a year: write 2018"
	}
	return "an academic year: write 2017/2018"
}

// academicYearFrom gives the academic year that begins in a calendar year of four digits.
func academicYearFrom(first string) string {
	n, err := strconv.Atoi(first)
	if err != nil {
		return first // cannot be: the pattern holds digits only
	}
	return fmt.Sprintf("%04d/%04d", n, n+1)
}

func parseList(field, value string, known []string) ([]string, error) {
	if value == "" {
		return nil, nil
	}
	if len(value) > longest {
		return nil, fault.Refuse(field, "%s is longer than %d characters", field, longest)
	}
	var out []string
	for _, v := range strings.Split(value, ",") {
		v = strings.TrimSpace(v)
		if !slices.Contains(known, v) {
			return nil, fault.Refuse(field, "%s=%s is not known; known are %s", field, clip(v), some(known))
		}
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	sort.Strings(out)
	return out, nil
}

func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

func some(list []string) string {
	if len(list) > 12 {
		return strings.Join(list[:12], ", ") + fmt.Sprintf(" and %d more", len(list)-12)
	}
	return strings.Join(list, ", ")
}

func span(years []string) string {
	if len(years) == 0 {
		return "none"
	}
	return years[0] + " to " + years[len(years)-1]
}
