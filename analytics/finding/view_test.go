package finding_test

import (
	"slices"
	"time"

	"meridian/analytics/filter"
)

// A view is a world through a filter, with the years that the answers call incomplete.
type view struct {
	*world
	filter filter.Filter
	short  map[string]bool // by fact and year: "mobility 2012/2013"
}

var nameOf = map[string]string{
	"CN": "Chinese mainland", "TW": "Taiwan, China", "JP": "Japan", "GB": "United Kingdom", "DE": "Germany", "FR": "France", "US": "United States",
	"AU": "Australia", "KE": "Kenya", "BR": "Brazil", "mainland": "Chinese mainland", "east-asia": "East Asia", "europe": "Europe",
	"north-america": "North America", "oceania": "Oceania", "africa": "Africa", "latin-america": "Latin America and the Caribbean",
	"IT": "Italy", "ES": "Spain", "KR": "South Korea", "IN": "India", "ZA": "South Africa", "CA": "Canada", "south-central-asia": "South and Central Asia", "southeast-asia": "Southeast Asia", "middle-east": "Middle East",
	"NL": "Netherlands", "SE": "Sweden", "MX": "Mexico", "AR": "Argentina", "NG": "Nigeria", "TH": "Thailand", "VN": "Vietnam", "MY": "Malaysia",
	"CN-BJ": "Beijing", "CN-SH": "Shanghai", "CN-GD": "Guangdong", "CN-JS": "Jiangsu", "CN-ZJ": "Zhejiang", "CN-SC": "Sichuan", "CN-HB": "Hubei", "CN-HN": "Hunan",
	"03": "Social sciences, journalism and information", "06": "Information and communication technologies",
	"ENG": "Engineering", "ART": "Arts", "": "Faculty not stated", "ZZ": "Not stated", "unstated": "Not stated",
	"student-exchange": "Student exchange", "staff-training": "Staff training", "joint-research": "Joint research", "academic-programme": "Academic programmes",
	"conference": "Conferences", "consultancy": "Consultancy", "student-placement": "Student placement",
}

func region(place string) string {
	if place == "ZZ" {
		return "unstated"
	}
	return regionOf[place]
}

func passes(wanted []string, value string) bool {
	return len(wanted) == 0 || slices.Contains(wanted, value)
}

func (v view) inYears(year string) bool {
	return (v.filter.From == "" || year >= v.filter.From) && (v.filter.To == "" || year <= v.filter.To)
}

func (v view) here(place string) bool {
	return passes(v.filter.Place, place) && passes(v.filter.Region, region(place))
}

// students are the exchange students let through.
func (v view) students() []move {
	return slices.DeleteFunc(slices.Clone(v.moves), func(m move) bool {
		return m.kind != "student-studies" || !v.here(m.place) || !passes(v.filter.Faculty, m.faculty) || !passes(v.filter.Direction, m.direction) || !passes(v.filter.Partner, m.partner) || !v.inYears(academic(m.year))
	})
}

// started are the projects let through; one without a date is in no year.
func (v view) started() []project {
	return slices.DeleteFunc(slices.Clone(v.projects), func(p project) bool {
		year := yearOf(p.start)
		undated := p.start == "" && (v.filter.From != "" || v.filter.To != "")
		return undated || p.start != "" && !v.inYears(year) || !v.here(v.of(p.partner).place) || !passes(v.filter.Faculty, p.faculty) || !passes(v.filter.Type, p.kind) || !passes(v.filter.Partner, p.partner)
	})
}

// signed are the agreements of places let through; they know neither year nor faculty.
func (v view) signed() []agreement {
	return slices.DeleteFunc(slices.Clone(v.agreements), func(a agreement) bool {
		return !v.here(v.of(a.partner).place) || !passes(v.filter.Partner, a.partner)
	})
}

func (v view) of(id string) partner {
	for _, p := range v.partners {
		if p.id == id {
			return p
		}
	}
	return partner{}
}

// pairs are rows with two places, of which either may be the one let through.
func (v view) pairs(list []pairing) []pairing {
	f := v.filter
	either := func(p pairing) bool {
		return (passes(f.Place, p.from) || passes(f.Place, p.to)) && (passes(f.Region, region(p.from)) || passes(f.Region, region(p.to)))
	}
	return slices.DeleteFunc(slices.Clone(list), func(p pairing) bool { return !either(p) || !v.inYears(academic(p.year)) })
}

// status is what an agreement is on the data set's day.
func (v view) status(a agreement) string {
	day := v.asOf.Format(time.DateOnly)
	within := func(days int) bool { return a.end != "" && a.end <= v.asOf.AddDate(0, 0, days).Format(time.DateOnly) }
	switch {
	case a.start == "" && a.end == "" && a.inEffect != "false":
		return "undated"
	case a.start > day:
		return "future"
	case a.end != "" && a.end < day && a.inEffect == "true":
		return "overdue"
	case a.end != "" && a.end < day || a.inEffect == "false":
		return "ended"
	case within(90):
		return "90"
	case within(180):
		return "180"
	}
	return "current"
}

// yearOf is the academic year of a day: it begins in September.
func yearOf(day string) string {
	if day == "" {
		return ""
	}
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	if at.Month() < time.September {
		return academic(at.Year() - 1)
	}
	return academic(at.Year())
}

// over tells whether a year had ended on the data set's day.
func (v view) over(year string) bool {
	return !v.asOf.Before(time.Date(number(year[:4])+1, time.August, 31, 0, 0, 0, 0, time.UTC))
}

// whole tells whether a year of a fact may be compared: it is over, and no answer calls it incomplete.
func (v view) whole(fact, year string) bool { return v.over(year) && !v.short[fact+" "+year] }
