// Package filter reads what an address asks to see and hands it to the queries.
package filter

import (
	"slices"
	"strings"
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
	Partner   []string // institution ids: for profiles
}

// Known lists the values a data set has, by field name: place, region, type, faculty, direction, evidence, year.
// Partners are not among them, there may be too many: who has the rows looks them up.
type Known map[string][]string

// Names lists the filter fields in the order they are shown.
func Names() []string {
	return []string{"from", "to", "place", "region", "type", "faculty", "direction", "evidence", "partner"}
}

// Many tells whether a field takes several values.
func Many(name string) bool {
	var f Filter
	_, ok := f.lists()[name]
	return ok
}

func (f *Filter) lists() map[string]*[]string {
	return map[string]*[]string{
		"place": &f.Place, "region": &f.Region, "type": &f.Type,
		"faculty": &f.Faculty, "direction": &f.Direction, "evidence": &f.Evidence, "partner": &f.Partner,
	}
}

// Args gives the parameters of the queries by the names the schema's slices use.
func (f Filter) Args() map[string]any {
	return map[string]any{
		"from": orNull(f.From), "to": orNull(f.To),
		"place": orEmpty(f.Place), "region": orEmpty(f.Region), "type": orEmpty(f.Type),
		"faculty": orEmpty(f.Faculty), "direction": orEmpty(f.Direction), "evidence": orEmpty(f.Evidence),
		"partner": orEmpty(f.Partner),
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
