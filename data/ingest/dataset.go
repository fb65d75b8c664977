package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"meridian/data/ingest/value"
)

// DatasetFile names the one file every data set has; beside decisions.csv, the only one that is no table.
const DatasetFile = "dataset.yaml"

// Dataset is what dataset.yaml says: whose network this is and the day it is told from.
type Dataset struct {
	ID              string        `yaml:"id" json:"id"`
	Name            string        `yaml:"name" json:"name"`
	NameZhHant      string        `yaml:"name_zh_hant,omitempty" json:"name_zh_hant,omitempty"`
	NameZhHans      string        `yaml:"name_zh_hans,omitempty" json:"name_zh_hans,omitempty"`
	HomeInstitution string        `yaml:"home_institution,omitempty" json:"home_institution,omitempty"` // the id; the data set's id when absent
	HomePlace       string        `yaml:"home_place,omitempty" json:"home_place,omitempty"`             // absent for a network without a home
	HomeLng         *float64      `yaml:"home_lng,omitempty" json:"home_lng,omitempty"`                 // the home place's point when absent
	HomeLat         *float64      `yaml:"home_lat,omitempty" json:"home_lat,omitempty"`
	Languages       []string      `yaml:"languages,omitempty" json:"languages,omitempty"` // en, zh-Hant and zh-Hans when absent
	AcademicYear    AcademicYear  `yaml:"academic_year,omitempty" json:"academic_year,omitzero"`
	AsOf            string        `yaml:"as_of,omitempty" json:"as_of,omitempty"` // the day of the import when absent
	Currency        string        `yaml:"currency,omitempty" json:"currency,omitempty"`
	Licence         string        `yaml:"licence,omitempty" json:"licence,omitempty"`
	Notes           string        `yaml:"notes,omitempty" json:"notes,omitempty"`
	Disclosure      Disclosure    `yaml:"disclosure,omitempty" json:"disclosure,omitzero"`
	Years           Years         `yaml:"years,omitempty" json:"years,omitzero"`
	Files           []FileMapping `yaml:"files,omitempty" json:"files,omitempty"`
	Totals          []Total       `yaml:"totals,omitempty" json:"totals,omitempty"`
}

// AcademicYear is the rule that years follow.
type AcademicYear struct {
	StartMonth int `yaml:"start_month,omitempty" json:"start_month,omitempty"` // September when absent; January: calendar years
}

// languages are those the product speaks.
func languages() []string { return []string{"en", "zh-Hant", "zh-Hans"} }

// readDataset reads dataset.yaml; what is wrong with it goes into the report.
func (in *importer) readDataset() error {
	in.settings = in.source.Settings
	if in.settings == nil {
		content, err := readBounded(in.source.Dataset, DatasetFile, settingsBytes)
		if errors.Is(err, fs.ErrNotExist) {
			in.report.add(Problem{File: DatasetFile, Reason: "the folder has no dataset.yaml",
				Remedy: "let meridian init DIR look at the files and write one, or name one that lies elsewhere with --dataset FILE.yaml"})
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", DatasetFile, err)
		}
		in.settings = content
	}
	in.digest(DatasetFile, in.settings)
	set, problem := ParseSettings(in.settings)
	in.report.Dataset = set
	if problem != nil {
		in.report.add(*problem)
		in.unsettled = true
		return nil
	}
	in.completeDataset(&in.report.Dataset)
	return nil
}

// readBounded reads at most one byte more than most: enough to tell that a file is too large.
func readBounded(files fs.FS, name string, most int64) ([]byte, error) {
	file, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, most+1))
}

// completeDataset fills in what may be absent and checks what is there.
func (in *importer) completeDataset(set *Dataset) {
	for _, key := range [][2]string{{"id", set.ID}, {"name", set.Name}} {
		if strings.TrimSpace(key[1]) == "" {
			in.yamlError(key[0], key[1], "is required", "add the line "+key[0]+": …")
		}
	}
	for _, key := range [][2]string{{"id", set.ID}, {"name", set.Name}, {"name_zh_hant", set.NameZhHant}, {"name_zh_hans", set.NameZhHans}} {
		if char, _, found := value.Control(key[1]); found {
			in.yamlError(key[0], visible(key[1]), fmt.Sprintf("the text holds the invisible character %U", char), "remove it")
		}
	}
	in.checkID(set.ID)
	if set.AcademicYear.StartMonth == 0 {
		set.AcademicYear.StartMonth = 9
	}
	if month := set.AcademicYear.StartMonth; month < 1 || month > 12 {
		in.yamlError("academic_year.start_month", fmt.Sprint(month), "is not a month", "write a number from 1 to 12")
	}
	if set.AsOf == "" {
		set.AsOf = in.source.now().Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, set.AsOf); err != nil {
		in.yamlError("as_of", set.AsOf, "is not a date", "write it as 2018-08-31")
	}
	if len(set.Languages) == 0 {
		set.Languages = languages()
	}
	for _, language := range set.Languages {
		if !slices.Contains(languages(), language) {
			in.yamlError("languages", language, quote(language)+" is not a language of this program",
				"use "+list(languages()))
		}
	}
	in.checkPoint(set)
	in.completeDisclosure(&set.Disclosure)
}

func (in *importer) checkPoint(set *Dataset) {
	if (set.HomeLng == nil) != (set.HomeLat == nil) {
		in.yamlError("home_lng", "", "home_lng and home_lat are given together or not at all", "add the other one")
	}
	if set.HomeLng != nil && (*set.HomeLng < -180 || *set.HomeLng > 180) {
		in.yamlError("home_lng", fmt.Sprint(*set.HomeLng), "is not a longitude", "write degrees from -180 to 180")
	}
	if set.HomeLat != nil && (*set.HomeLat < -90 || *set.HomeLat > 90) {
		in.yamlError("home_lat", fmt.Sprint(*set.HomeLat), "is not a latitude", "write degrees from -90 to 90")
	}
}

// yamlError tells of a key at the top of dataset.yaml.
func (in *importer) yamlError(column, value, reason, remedy string) {
	in.report.add(Problem{File: DatasetFile, Row: settingsLine(in.settings, anySlice(strings.Split(column, "."))...), Column: column,
		Value: value, Reason: reason, Remedy: remedy})
}

// yamlFault tells of what stands under a path of dataset.yaml, with its line.
func (in *importer) yamlFault(reason, remedy string, path ...any) {
	in.report.add(Problem{File: DatasetFile, Row: settingsLine(in.settings, path...), Column: pathText(path), Reason: reason, Remedy: remedy})
}

// pathText writes a path as people do: files[0].columns.kind.
func pathText(path []any) string {
	var text strings.Builder
	for i, step := range path {
		switch step := step.(type) {
		case int:
			fmt.Fprintf(&text, "[%d]", step)
		default:
			if i > 0 {
				text.WriteByte('.')
			}
			fmt.Fprint(&text, visible(fmt.Sprint(step)))
		}
	}
	return text.String()
}

func anySlice(texts []string) []any {
	list := make([]any, len(texts))
	for i, text := range texts {
		list[i] = text
	}
	return list
}
