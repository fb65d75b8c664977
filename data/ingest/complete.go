package ingest

import (
	"maps"
	"slices"

	"meridian/data/match"
)

// complete checks what dataset.yaml says against the files. When nothing is wrong it adds what the files leave
// unsaid: the home institution, the faculties that are only referred to, the file as the source of its rows.
func (in *importer) complete() error {
	set := in.report.Dataset
	listed := in.known["institutions"].has(set.Home())
	if place, certain := in.places.Resolve(set.HomePlace); certain && set.HomePlace != "" {
		set.HomePlace = place.Code
		in.report.Dataset.HomePlace = place.Code
	}
	if set.HomePlace == match.Unstated || (set.HomePlace != "" && !in.known["places"].has(set.HomePlace)) {
		in.yamlError("home_place", set.HomePlace, quote(set.HomePlace)+" is not a place that is known",
			in.nearestPlaces(set.HomePlace))
	}
	if !listed && set.HomeInstitution != "" {
		in.yamlError("home_institution", set.HomeInstitution, quote(set.HomeInstitution)+" is not in "+in.filesOf("institutions"),
			"add it there, correct the id, or leave the line out: the home then has the data set's id")
	}
	in.requireRows()
	if in.report.Errors > 0 {
		return nil
	}
	if err := in.addFaculties(); err != nil {
		return err
	}
	if !listed && set.HomePlace != "" { // a network without a home has no institution of its own
		in.cited = append(in.cited, DatasetFile)
		if err := in.store("institutions", homeRow(set)); err != nil {
			return err
		}
	}
	return in.addSources()
}

// nearestPlaces says what to write instead of a place.
func (in *importer) nearestPlaces(text string) string {
	remedy := "write an ISO 3166-1 alpha-2 code, as HK"
	for i, candidate := range in.places.Nearest(text, candidatesListed) {
		remedy += []string{"; nearest: ", ", "}[min(i, 1)] + candidate.Target + " " + candidate.Name
	}
	return remedy
}

// requireRows refuses data of which nothing would be stored: every page of it would be empty.
func (in *importer) requireRows() {
	if in.report.Errors > 0 { // they say why
		return
	}
	for _, file := range in.report.Files {
		if table, _ := tableNamed(file.Table); file.Stored > 0 && !table.Reference {
			return
		}
	}
	in.report.add(Problem{File: DatasetFile, Reason: "no row of any file is stored",
		Remedy: "add a file named like a table, such as mobility.csv, or say under files which table a file fills; data/README.md has them all"})
}

func homeRow(set Dataset) []any {
	return []any{set.Home(), set.Name, nullable(set.NameZhHant), nullable(set.NameZhHans), nil, nil, set.HomePlace,
		nil, nil, nullableNumber(set.HomeLat), nullableNumber(set.HomeLng), "university", "published", DatasetFile}
}

func (in *importer) addFaculties() error {
	for _, name := range slices.Sorted(maps.Keys(in.faculties)) {
		if err := in.store("faculties", []any{name, name, nil, nil, "published", in.faculties[name]}); err != nil {
			return err
		}
	}
	return nil
}

func (in *importer) addSources() error {
	for _, file := range in.cited {
		if in.known["sources"].has(file) {
			continue
		}
		if err := in.store("sources", []any{file, file, in.report.Dataset.Name, nil, nil}); err != nil {
			return err
		}
	}
	return nil
}

// Home is the id of the institution whose network this is.
func (d Dataset) Home() string {
	if d.HomeInstitution != "" {
		return d.HomeInstitution
	}
	return d.ID
}

func nullable(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func nullableNumber(value *float64) any {
	if value == nil {
		return nil
	}
	return *value
}
