package guess

import (
	"regexp"
	"slices"
	"strings"

	"meridian/data/ingest"
	"meridian/data/match"
)

// Forms of cells.
var (
	isYear    = regexp.MustCompile(`^(19|20)\d{2}\s*[/\-–—~至]\s*((19|20)?\d{2})\s*(學年|学年|學年度|学年度)?$`)
	isBare    = regexp.MustCompile(`^(19|20)\d{2}(年|學年|学年|年度)?$`)
	isNumber  = regexp.MustCompile(`^[+-]?(\d+|\d{1,3}([,.' \x{00a0}\x{202f}]\d{3})+)([.,]\d+)?([eE][+-]?\d+)?$`)
	isWhole   = regexp.MustCompile(`^\d{1,3}([, ]?\d{3})*$`)
	isDate    = regexp.MustCompile(`^(\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?(T.*)?|\d{1,2}[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}|[A-Za-z]{3,9} \d{1,2},? \d{4})$`)
	isISCED   = regexp.MustCompile(`^\d{2,4}$`)
	isErasmus = regexp.MustCompile(`^[A-Z]{1,3}\s*[A-Z][A-Z\-]{1,7}\d{2,3}$`)
	isURL     = regexp.MustCompile(`^(https?://|www\.)`)
)

// placesTried is the number of values by which a column of places is known.
const placesTried = 300

// fit tells how many of a field's cells are what a column holds: 0 to 1.
func (p *proposer) fit(table string, c ingest.Column, f *field) float64 {
	if f.filled == 0 {
		return 0.3 // an empty column says nothing against its name
	}
	switch c.Type {
	case ingest.Year:
		return f.share(func(v string) bool { return isYear.MatchString(v) || isBare.MatchString(v) })
	case ingest.Place:
		return p.fitPlace(f)
	case ingest.Enum:
		return f.share(func(v string) bool { return slices.Contains(c.Values, v) || p.words.value(table, c.Name, v) != "" })
	case ingest.Flag:
		return f.share(func(v string) bool { return isFlag(v) || p.words.value(table, c.Name, v) != "" })
	case ingest.Day, ingest.Moment:
		return f.share(func(v string) bool { return isDate.MatchString(v) || c.Type == ingest.Moment && isBare.MatchString(v) })
	case ingest.Count:
		return f.share(isWhole.MatchString)
	case ingest.Latitude, ingest.Longitude, ingest.Measure, ingest.Money, ingest.Number, ingest.Rank:
		return f.share(isNumber.MatchString)
	case ingest.ISCED:
		return f.share(isISCED.MatchString)
	case ingest.ROR:
		return f.share(func(v string) bool { _, ok := match.ROR(v); return ok })
	case ingest.URL:
		return f.share(isURL.MatchString)
	}
	return p.fitText(table, c, f)
}

// fitText is for columns that hold any text: names are not numbers, and a list of places is no list of institutions.
func (p *proposer) fitText(table string, c ingest.Column, f *field) float64 {
	switch {
	case c.Type == ingest.ID && slices.Contains(keyOf(p, table), c.Name) && len(keyOf(p, table)) == 1:
		if len(f.values) < distinctLooked && len(f.values)*10 < f.filled*9 {
			return 0.2 // the same id stands on many rows
		}
		return 1
	case c.Name == "name" && table != "places":
		numbers := f.share(isNumber.MatchString)
		return 1 - max(numbers, p.fitPlace(f))
	case c.Refers == "institutions":
		return 1 - max(f.share(isNumber.MatchString)/2, p.fitPlace(f))
	}
	return 1
}

func keyOf(p *proposer, table string) []string {
	found, _ := p.table(table)
	return found.Key
}

// fitPlace is the part of the cells that are places, or say that there is none; by some of the values, since names
// are slow to look up.
func (p *proposer) fitPlace(f *field) float64 {
	if f.places != nil {
		return *f.places
	}
	good, all := 0, 0
	var others []string
	for i, value := range f.values {
		if i == placesTried || i == placesTried/10 && good == 0 {
			break
		}
		all += f.counts[value]
		if _, certain := p.places.Resolve(value); certain {
			good += f.counts[value]
		} else {
			others = append(others, value)
		}
	}
	if 2*good > all {
		for _, value := range others[:min(len(others), placesTried/10)] {
			if p.unstated(value) {
				good += f.counts[value]
			}
		}
	}
	share := 0.0
	if all > 0 {
		share = float64(good) / float64(all)
	}
	f.places = &share
	return share
}

// unstated is true of words such as “Other countries”.
func (p *proposer) unstated(value string) bool {
	return p.places.Refused(value, 0).Kind == "unstated"
}

func isFlag(text string) bool {
	return slices.Contains([]string{"true", "false", "yes", "no", "1", "0", "y", "n"}, strings.ToLower(text))
}
