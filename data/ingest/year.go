package ingest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"meridian/data/ingest/value"
)

// checkYears brings the years that the data set speaks of itself into the form of academic_year_id.
func (in *importer) checkYears() {
	years := &in.report.Dataset.Years
	rule := value.YearRule{Calendar: in.report.Dataset.AcademicYear.StartMonth == 1}
	for key, list := range map[string][]string{"incomplete": years.Incomplete, "complete": years.Complete} {
		for i, text := range list {
			id, fault := value.Year(text, rule)
			if fault != nil {
				in.yamlFault(fault.Reason, fault.Remedy, "years", key, i)
				continue
			}
			list[i] = id
		}
	}
	for i, year := range years.Complete {
		if slices.Contains(years.Incomplete, year) {
			in.yamlFault(quote(year)+" is said to be incomplete too", "keep one of the two", "years", "complete", i)
		}
	}
}

// A CoverageGap is a year of a fact that looks incomplete, and why.
type CoverageGap struct {
	Fact   string // flow, copublication or mobility
	Year   string
	Reason string   // reporters, sum or calendar
	Gone   float64  // what it lacks, as a share of the year beside it (reporters) or of the usual year (sum)
	Absent []string // the reporters that report nothing in it, the largest first
}

// namesTold bounds the places named in a warning.
const namesTold = 5

// WarnGap warns of a year that looks incomplete.
func (r *Report) WarnGap(gap CoverageGap) {
	reason := fmt.Sprintf("%s looks incomplete: it ends after the data set's day %s", gap.Year, r.Dataset.AsOf)
	switch gap.Reason {
	case "sum":
		reason = fmt.Sprintf("%s looks incomplete: its sum is %.0f %% below that of the years beside it", gap.Year, 100*gap.Gone)
	case "reporters":
		named := gap.Absent[:min(len(gap.Absent), namesTold)]
		reason = fmt.Sprintf("%s looks incomplete: places that had %.0f %% of the year beside it report nothing, among them %s",
			gap.Year, 100*gap.Gone, strings.Join(named, ", "))
	}
	r.Add(Problem{Severity: Warning, File: r.filesOfFact(gap.Fact), Column: "academic_year_id", Value: gap.Year, Reason: reason,
		Kind: "year looks incomplete", Remedy: "trend lines leave it out; where it is complete, say so in dataset.yaml with years: {complete: [" + gap.Year + "]}"})
}

// filesOfFact names the files that a fact was read from.
func (r *Report) filesOfFact(fact string) string {
	table := map[string]string{"flow": "flows", "copublication": "copublications"}[fact]
	if table == "" {
		table = fact
	}
	var names []string
	for _, file := range r.Files {
		if file.Table == table && !slices.Contains(names, file.File) {
			names = append(names, file.File)
		}
	}
	return strings.Join(names, ", ")
}

func sortedKeys(texts map[string]string) []string { return slices.Sorted(maps.Keys(texts)) }
