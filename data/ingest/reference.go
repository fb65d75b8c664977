package ingest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"meridian/data/ingest/value"
	"meridian/data/match"
)

var isSubdivision = regexp.MustCompile(`^[A-Z]{2}-[A-Z0-9]{1,3}$`)

// place reads a code or a name of a place, and says what names were read as.
func (f *file) place(c *column, text string, out *outcome) (any, *value.Fault) {
	meaning, certain := f.places.Resolve(text)
	if !certain {
		refusal := f.refusePlace(text, out)
		return nil, wrong(text, refusal.Reason, refusal.Remedy)
	}
	if meaning.How != match.ByCode {
		t := f.tell(c.Name, text, asWritten(meaning.How)+" read as codes of places", "")
		t.example(text, meaning.Code)
		out.tell(t)
	}
	if meaning.Code == "" && c.Required {
		return match.Unstated, nil
	}
	if meaning.Code == "" {
		out.none = true
		c.parseEmpty(f, out)
		return out.value, out.fault
	}
	return meaning.Code, nil
}

func asWritten(how string) string {
	switch how {
	case match.ByAlpha3:
		return "codes of three letters"
	case match.ByName:
		return "names"
	case match.ByDecision:
		return "values decided in decisions.csv"
	}
	return "other spellings or codes"
}

// checkReference looks an id up in the table it refers to.
func (f *file) checkReference(column *column, id string, out *outcome) (any, *value.Fault) {
	known, there := f.known[column.Refers]
	if known.has(id) || f.broken[column.Refers] {
		return id, nil
	}
	switch {
	case column.Refers == "subdivisions":
		return f.checkSubdivision(strings.ToUpper(id))
	case column.Refers == "faculties" && !there:
		f.imply(id)
		return id, nil
	case !there:
		f.missingTable(column.Column)
		out.refuse = true
		return nil, nil
	case column.Refers == "institutions":
		return f.institution(column, id, out)
	}
	return nil, wrong(id, "is not in "+f.filesOf(column.Refers), "add it there or correct the id")
}

// filesOf names the files that fill a table.
func (in *importer) filesOf(table string) string {
	var names []string
	for _, input := range in.inputs {
		if input.table.Name == table && !slices.Contains(names, input.name) {
			names = append(names, input.name)
		}
	}
	if len(names) == 0 {
		return table + ".csv"
	}
	return list(names)
}

// checkSubdivision holds codes against the table where it lists the country's subdivisions, and elsewhere
// against their form only.
func (f *file) checkSubdivision(code string) (any, *value.Fault) {
	if f.known["subdivisions"].has(code) {
		return code, nil
	}
	country, _, _ := strings.Cut(code, "-")
	if f.divided[country] {
		return nil, wrong(code, "is not in subdivisions.csv", "write an ISO 3166-2 code, as CN-ZJ")
	}
	if !isSubdivision.MatchString(code) {
		return nil, wrong(code, "is not an ISO 3166-2 code", "write the country's code, a hyphen and the part's, as CN-ZJ")
	}
	return code, nil
}

// imply notes a faculty of a data set without faculties.csv: it is stored under its own id as its name.
func (f *file) imply(faculty string) {
	if _, seen := f.faculties[faculty]; !seen {
		f.faculties[strings.Clone(faculty)] = f.cite()
	}
}

// missingTable reports once that a file is referred to and absent.
func (f *file) missingTable(column Column) {
	if f.absent[column.Name] {
		return
	}
	f.absent[column.Name] = true
	f.fail(f.line, column.Name, "", "the column refers to "+column.Refers+".csv, which the folder does not have",
		"add the file or leave the column empty")
}

// checkCountry warns of a row that puts an institution in another country than institutions.csv, which is believed.
func (f *file) checkCountry(row []any) {
	if f.table.Name == "subdivisions" {
		f.divided[row[f.at.country].(string)] = true
	}
	if f.table.Name == "institutions" {
		f.countries[f.hashes.of(row[0].(string))] = row[f.at.country].(string)
		f.identify(row)
		return
	}
	for _, pair := range f.at.located {
		id, stated := row[pair[0]], row[pair[1]]
		if id == nil || stated == nil {
			continue
		}
		there, known := f.countries[f.hashes.of(id.(string))]
		if here := stated.(string); known && there != here {
			f.warn(f.line, f.table.Columns[pair[1]].Name, here, fmt.Sprintf("%s is in %s according to %s, which counts", id, there,
				f.filesOf("institutions")), "correct one of the two or leave the cell empty")
		}
	}
}
