package ingest

import (
	"fmt"

	"meridian/data/geo/outline"
)

// checkPoint warns of a point that lies outside the place that the row names, and says where it lies.
func (f *file) checkPoint(row []any) {
	at := f.at.point
	if at[0] == at[1] {
		return
	}
	code, stated := row[at[0]].(string)
	lat, north := row[at[1]].(float64)
	lng, east := row[at[2]].(float64)
	if !stated || !north || !east {
		return
	}
	inside, there, km := outline.Check(code, lng, lat)
	if inside {
		return
	}
	reason := fmt.Sprintf("the point %g, %g lies %s, %.0f km outside %s (%s)", lat, lng, f.placed(there), km, f.places.Name(code), code)
	remedy := "correct lat and lng, or leave both empty"
	if lat >= -90 && lng >= -90 && lng <= 90 {
		if turned, _, _ := outline.Check(code, lat, lng); turned {
			remedy = "the two look swapped: lat is " + fmt.Sprintf("%g and lng %g", lng, lat)
		}
	}
	f.report.add(Problem{Severity: Warning, File: f.name, Row: f.line, Column: "lat", Value: shorten(shown(row[0])), Reason: reason, Remedy: remedy,
		Kind: "the point lies outside the place"})
}

func (f *file) placed(code string) string {
	if code == "" {
		return "at sea"
	}
	return "in " + f.places.Name(code) + " (" + code + ")"
}
