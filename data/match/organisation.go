package match

import (
	"math"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// Point is where something lies, in degrees.
type Point struct{ Lng, Lat float64 }

// Organisation is a record of the Research Organization Registry.
type Organisation struct {
	ID       string // https://ror.org/…
	Name     string
	Aliases  []string // other names, in any language
	Acronyms []string
	Country  string // ISO 3166-1 alpha-2
	City     string
	Point    *Point
	Website  string
}

// Institution is what is to be matched.
type Institution struct {
	ID      string
	Name    string
	Names   []string // in other languages
	ROR     string   // its ROR id where it is known
	Country string   // ISO 3166-1 alpha-2
	City    string
	Point   *Point
	Website string // an address or only the domain, as a SCHAC code is
}

// List takes apart a cell of several names, parted by | or by ; as in ROR's own tables, without the language before each.
func List(cell string) []string {
	var list []string
	for _, text := range strings.FieldsFunc(cell, func(r rune) bool { return r == '|' || r == ';' }) {
		text = strings.TrimSpace(isLanguage.ReplaceAllString(text, ""))
		if text != "" {
			list = append(list, text)
		}
	}
	return list
}

var isLanguage = regexp.MustCompile(`^\s*(?:[a-z]{2}|no_lang_code):\s*`)

// domain is the host of an address without www, or empty.
func domain(address string) string {
	address = strings.ToLower(strings.TrimSpace(address))
	if address == "" {
		return ""
	}
	if !strings.Contains(address, "://") {
		address = "http://" + address
	}
	parsed, err := url.Parse(address)
	if err != nil || !strings.Contains(parsed.Hostname(), ".") {
		return ""
	}
	return strings.TrimSuffix(isServer.ReplaceAllString(parsed.Hostname(), ""), ".")
}

var isServer = regexp.MustCompile(`^(?:www\d?|web|en|english)\.`)

// kilometres is the distance of two points on a sphere.
func kilometres(a, b Point) float64 {
	const radius, degree = 6371, math.Pi / 180
	sinLat, sinLng := math.Sin((b.Lat-a.Lat)*degree/2), math.Sin((b.Lng-a.Lng)*degree/2)
	h := sinLat*sinLat + math.Cos(a.Lat*degree)*math.Cos(b.Lat*degree)*sinLng*sinLng
	return 2 * radius * math.Asin(math.Sqrt(min(1, h)))
}

// nearby is what two addresses say about being one.
type nearby int

const (
	notKnown nearby = iota
	samePlace
	farApart
)

// near and far are in kilometres. Between them nothing is concluded.
const near, far = 25, 60

func compare(cityA, cityB []string, a, b *Point) nearby {
	for _, word := range cityA {
		if slices.Contains(cityB, word) {
			return samePlace
		}
	}
	if a == nil || b == nil {
		return notKnown
	}
	switch distance := kilometres(*a, *b); {
	case distance <= near:
		return samePlace
	case distance > far:
		return farApart
	}
	return notKnown
}
