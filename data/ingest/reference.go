package ingest

import (
	"fmt"
	"regexp"
	"strings"
)

var isSubdivision = regexp.MustCompile(`^[A-Z]{2}-[A-Z0-9]{1,3}$`)

// retired are place codes seen in registry exports and what ISO 3166-1 calls them.
func retired(code string) string {
	return map[string]string{"UK": "GB", "EL": "GR", "SU": "RU", "YU": "RS", "TP": "TL", "ZR": "CD", "BU": "MM"}[code]
}

// checkReference looks an id up in the table it refers to.
func (f *file) checkReference(column Column, id string) *fault {
	known, there := f.known[column.Refers]
	if known.has(id) {
		return nil
	}
	switch {
	case column.Refers == "subdivisions":
		return f.checkSubdivision(id)
	case column.Refers == "places" && retired(id) != "":
		return &fault{quote(id) + " is not an ISO 3166-1 code in use", "write " + retired(id)}
	case column.Refers == "places":
		return &fault{quote(id) + " is not in places.csv", "write an ISO 3166-1 alpha-2 code, as HK"}
	case column.Refers == "faculties" && !there:
		f.imply(id)
		return nil
	case !there:
		f.missingTable(column)
		return nil
	}
	return &fault{quote(id) + " is not in " + column.Refers + ".csv", "add it there or correct the id"}
}

// checkSubdivision holds codes against the table where it lists the country's subdivisions, and elsewhere
// against their form only.
func (f *file) checkSubdivision(code string) *fault {
	country, _, _ := strings.Cut(code, "-")
	for known := range f.known["subdivisions"] {
		if strings.HasPrefix(known, country+"-") {
			return &fault{quote(code) + " is not in subdivisions.csv", "write an ISO 3166-2 code, as CN-ZJ"}
		}
	}
	if !isSubdivision.MatchString(code) {
		return &fault{quote(code) + " is not an ISO 3166-2 code", "write the country's code, a hyphen and the part's, as CN-ZJ"}
	}
	return nil
}

// imply notes a faculty of a data set without faculties.csv: it is stored under its own id as its name.
func (f *file) imply(faculty string) {
	if _, seen := f.faculties[faculty]; !seen {
		f.faculties[strings.Clone(faculty)] = f.cite()
	}
}

// missingTable reports once that a file is referred to and absent, and refuses the row.
func (f *file) missingTable(column Column) {
	f.bad = true
	if f.absent[column.Name] {
		return
	}
	f.absent[column.Name] = true
	f.fail(f.line, column.Name, "", "the column refers to "+column.Refers+".csv, which the folder does not have",
		"add the file or leave the column empty")
}

// checkCountry warns of a row that puts an institution in another country than institutions.csv, which is believed.
func (f *file) checkCountry(row []any) {
	institution, country := f.table.column("institution_id"), f.table.column("country_code")
	if institution < 0 || country < 0 || row[institution] == nil || row[country] == nil {
		return
	}
	id, here := row[institution].(string), row[country].(string)
	if f.table.Name == "institutions" {
		f.countries[strings.Clone(id)] = strings.Clone(here)
		return
	}
	if there := f.countries[id]; there != here {
		f.warn(f.line, "country_code", here, fmt.Sprintf("%s is in %s according to institutions.csv, which counts", id, there),
			"correct one of the two or leave the cell empty")
	}
}
