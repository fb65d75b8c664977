// Package filter reads what an address asks to see and hands it to the queries.
package filter

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"

	"meridian/data/fault"
)

// Filter says which rows a question is about. Empty fields let everything through.
type Filter struct {
	From      string // first academic year, 2010/2011
	To        string // last academic year
	Place     []string
	Region    []string
	Type      []string
	Faculty   []string
	Direction []string
	Evidence  []string
}

// Known lists the values a data set has, by field name: place, region, type, faculty, direction, evidence, year.
type Known map[string][]string

// Names lists the filter fields in the order they are shown.
func Names() []string {
	return []string{"from", "to", "place", "region", "type", "faculty", "direction", "evidence"}
}

const longest = 2000

// Parse reads the fields of a request. Values it does not know are refused by name, never ignored.
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
		if *list, err = parseList(name, get(name), known[name]); err != nil {
			return Filter{}, err
		}
	}
	return f, nil
}

func (f *Filter) lists() map[string]*[]string {
	return map[string]*[]string{
		"place": &f.Place, "region": &f.Region, "type": &f.Type,
		"faculty": &f.Faculty, "direction": &f.Direction, "evidence": &f.Evidence,
	}
}

var academicYear = regexp.MustCompile(`^(\d{4})[/-](\d{2}|\d{4})$`)

func parseYear(field, value string, known Known) (string, error) {
	if value == "" {
		return "", nil
	}
	m := academicYear.FindStringSubmatch(value)
	if m == nil {
		return "", fault.Refuse(field, "%s=%s is not an academic year: write 2017/2018", field, clip(value))
	}
	year := m[1] + "/" + m[1][:4-len(m[2])] + m[2]
	if !slices.Contains(known["year"], year) {
		return "", fault.Refuse(field, "%s=%s: the data set has no such academic year; it has %s", field, clip(value), span(known["year"]))
	}
	return year, nil
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

// Args gives the parameters of the queries by the names the schema's slices use.
func (f Filter) Args() map[string]any {
	return map[string]any{
		"from": orNull(f.From), "to": orNull(f.To),
		"place": orEmpty(f.Place), "region": orEmpty(f.Region), "type": orEmpty(f.Type),
		"faculty": orEmpty(f.Faculty), "direction": orEmpty(f.Direction), "evidence": orEmpty(f.Evidence),
	}
}

// Map gives the fields that are set, as they stand in an address.
func (f Filter) Map() map[string]string {
	out := map[string]string{}
	if f.From != "" {
		out["from"] = f.From
	}
	if f.To != "" {
		out["to"] = f.To
	}
	for name, list := range f.lists() {
		if len(*list) > 0 {
			out[name] = strings.Join(*list, ",")
		}
	}
	return out
}

// Empty reports whether everything is let through.
func (f Filter) Empty() bool { return len(f.Map()) == 0 }

// Only keeps the named fields: what a chart can honour.
func (f Filter) Only(names []string) Filter {
	out := f
	if !slices.Contains(names, "from") {
		out.From = ""
	}
	if !slices.Contains(names, "to") {
		out.To = ""
	}
	for name, list := range out.lists() {
		if !slices.Contains(names, name) {
			*list = nil
		}
	}
	return out
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
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
