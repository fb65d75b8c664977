package ingest

import (
	"fmt"
	"math"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// fault says what is wrong with one cell and how to put it right.
type fault struct{ reason, remedy string }

var (
	isYear    = regexp.MustCompile(`^(\d{4})/(\d{4}|\d{2})$`)
	isDecimal = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$`)
	isMoney   = regexp.MustCompile(`^(\d{1,12})(?:\.(\d{1,2}))?$`)
	isPlace   = regexp.MustCompile(`^[A-Z]{2}$`)
	isISCED   = regexp.MustCompile(`^\d{2,4}$`)
	isROR     = regexp.MustCompile(`^(?:https://ror\.org/)?(0[a-z0-9]{6}\d{2})$`)
)

// parse reads one cell that is not empty.
func (c Column) parse(text string) (any, *fault) {
	switch c.Type {
	case ID:
		return parseID(text)
	case Enum:
		if slices.Contains(c.Values, text) {
			return text, nil
		}
		return nil, &fault{quote(text) + " is not one of the values", "use " + list(c.Values)}
	case Place:
		return parsePlace(text)
	case Year:
		return parseYear(text)
	case Day:
		return parseDay(text)
	case Moment:
		return parseMoment(text)
	case Count:
		return parseCount(text, math.MaxInt32)
	case Rank:
		return parseCount(text, math.MaxInt8)
	case Number:
		return parseNumber(text, math.Inf(-1), math.Inf(1), "")
	case Measure:
		return parseNumber(text, 0, math.Inf(1), "is below 0")
	case Latitude:
		return parseNumber(text, -90, 90, "is not a latitude: it lies outside -90 to 90")
	case Longitude:
		return parseNumber(text, -180, 180, "is not a longitude: it lies outside -180 to 180")
	case Money:
		return parseMoney(text)
	case Flag:
		return parseFlag(text)
	case ISCED:
		return matched(isISCED, text, "is not an ISCED-F 2013 code", "write two to four digits and keep leading zeros, as 0311")
	case ROR:
		if found := isROR.FindStringSubmatch(text); found != nil {
			return "https://ror.org/" + found[1], nil
		}
		return nil, &fault{quote(text) + " is not a ROR id", "write it as https://ror.org/0030zas98"}
	case URL:
		return parseURL(text)
	}
	return text, nil
}

func parseID(text string) (any, *fault) {
	if strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) }) >= 0 {
		return nil, &fault{quote(text) + " holds a space or an invisible character", "write the id without it"}
	}
	return text, nil
}

func parsePlace(text string) (any, *fault) {
	if isPlace.MatchString(text) {
		return text, nil
	}
	return nil, &fault{quote(text) + " is not an ISO 3166-1 alpha-2 code", "write two capital letters, as HK"}
}

// parseYear keeps 2017/2018 and lengthens 2017/18.
func parseYear(text string) (any, *fault) {
	remedy := "write the two years it spans, as 2017/2018"
	found := isYear.FindStringSubmatch(text)
	if found == nil {
		return nil, &fault{quote(text) + " is not an academic year", remedy}
	}
	first, _ := strconv.Atoi(found[1])
	next := fmt.Sprintf("%04d", first+1)
	if !strings.HasSuffix(next, found[2]) {
		return nil, &fault{quote(text) + " does not span two years that follow each other", remedy}
	}
	return found[1] + "/" + next, nil
}

func parseDay(text string) (any, *fault) {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return nil, &fault{quote(text) + " is not a date", "write year-month-day, as 2018-08-31"}
	}
	return day, nil
}

func parseMoment(text string) (any, *fault) {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, text); err == nil {
			return text, nil
		}
	}
	return nil, &fault{quote(text) + " is not a year, a month or a date", "write 2018, 2018-08 or 2018-08-31"}
}

func parseCount(text string, most int64) (any, *fault) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil, &fault{quote(text) + " is not a whole number", "write digits only, without separators, as 1100"}
	}
	if n < 0 {
		return nil, &fault{quote(text) + " is below 0", "write 0 or more, or leave the cell empty when it is not known"}
	}
	if n > most {
		return nil, &fault{quote(text) + " is too large", fmt.Sprintf("the most is %d", most)}
	}
	return n, nil
}

func parseNumber(text string, least, most float64, outside string) (any, *fault) {
	if !isDecimal.MatchString(text) {
		return nil, &fault{quote(text) + " is not a number", "write digits and a decimal point, as 12.5"}
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil, &fault{quote(text) + " is too large", "write a smaller number"}
	}
	if n < least || n > most {
		return nil, &fault{quote(text) + " " + outside, "correct the number"}
	}
	return n, nil
}

// parseMoney returns whole hundredths, which is what a DECIMAL(14, 2) is made of.
func parseMoney(text string) (any, *fault) {
	found := isMoney.FindStringSubmatch(text)
	if found == nil {
		return nil, &fault{quote(text) + " is not an amount", "write digits with at most two decimals and no currency, as 12500.50"}
	}
	hundredths, err := strconv.ParseInt(found[1]+(found[2] + "00")[:2], 10, 64)
	if err != nil {
		return nil, &fault{quote(text) + " is not an amount", "write digits only"}
	}
	return hundredths, nil
}

// parseURL takes only what may stand behind a link: javascript: and its like would run in the reader's page.
func parseURL(text string) (any, *fault) {
	address, err := url.Parse(text)
	plain := !strings.ContainsAny(text, " \t\r\n\"<>")
	if err == nil && plain && (address.Scheme == "http" || address.Scheme == "https") && address.Hostname() != "" {
		return text, nil
	}
	return nil, &fault{quote(text) + " is not a web address", "write it in full, as https://www.example.edu/page, or leave the cell empty"}
}

func parseFlag(text string) (any, *fault) {
	switch strings.ToLower(text) {
	case "true", "yes", "1":
		return true, nil
	case "false", "no", "0":
		return false, nil
	}
	return nil, &fault{quote(text) + " is neither true nor false", "write true or false"}
}

func matched(pattern *regexp.Regexp, text, reason, remedy string) (any, *fault) {
	if pattern.MatchString(text) {
		return text, nil
	}
	return nil, &fault{quote(text) + " " + reason, remedy}
}
