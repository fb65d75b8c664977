package ingest

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"meridian/data/ingest/value"
)

// parseNumber reads a number as its column writes numbers.
func (c *column) parseNumber(f *file, text string, out *outcome) (any, *value.Fault) {
	number, fault := c.decimals.Read(text, f.line)
	if fault != nil {
		return nil, fault
	}
	if number.Percent {
		out.tell(f.tell(c.Name, text, "percent signs left out", ""))
	}
	if number.Grouped {
		t := f.tell(c.Name, text, "separators of thousands or decimals read", "")
		t.example(text, number.Text)
		out.tell(t)
	}
	switch c.Type {
	case Count:
		return parseCount(text, number.Text, math.MaxInt32)
	case Rank:
		return parseCount(text, number.Text, math.MaxInt8)
	case Money:
		return parseMoney(text, number.Text)
	case Latitude:
		return parseFloat(text, number.Text, -90, 90, "is not a latitude: it lies outside -90 to 90")
	case Longitude:
		return parseFloat(text, number.Text, -180, 180, "is not a longitude: it lies outside -180 to 180")
	case Measure:
		return c.parseMeasure(f, text, number.Text, out)
	}
	return parseFloat(text, number.Text, math.Inf(-1), math.Inf(1), "")
}

// parseMeasure reads a number that is not below 0, and counts people in fractions.
func (c *column) parseMeasure(f *file, text, number string, out *outcome) (any, *value.Fault) {
	n, fault := parseFloat(text, number, 0, math.Inf(1), "is below 0")
	if whole, ok := n.(float64); ok && whole != math.Trunc(whole) && (c.Name == "participants" || c.Name == "works") {
		out.tell(f.tell(c.Name, text, "fractions kept", ""))
	}
	return n, fault
}

func parseCount(text, number string, most int64) (any, *value.Fault) {
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		decimal, wholeErr := strconv.ParseFloat(number, 64)
		if wholeErr != nil || decimal != math.Trunc(decimal) {
			return nil, wrong(text, "is not a whole number", "write digits only, as 1100")
		}
		n = int64(max(min(decimal, math.MaxInt32+1), -1))
	}
	if n < 0 {
		return nil, wrong(text, "is below 0", "write 0 or more, or leave the cell empty when it is not known")
	}
	if n > most {
		return nil, wrong(text, "is too large", fmt.Sprintf("the most is %d", most))
	}
	return n, nil
}

func parseFloat(text, number string, least, most float64, outside string) (any, *value.Fault) {
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return nil, wrong(text, "is too large", "write a smaller number")
	}
	if n < least || n > most {
		return nil, wrong(text, outside, "correct the number")
	}
	return n, nil
}

// parseMoney returns whole hundredths, which is what a DECIMAL(14, 2) is made of.
func parseMoney(text, number string) (any, *value.Fault) {
	units, cents, _ := strings.Cut(strings.TrimPrefix(number, "+"), ".")
	cents = strings.TrimRight(cents, "0")
	whole, err := strconv.ParseUint(units, 10, 63)
	part, partErr := strconv.ParseUint((cents + "00")[:2], 10, 63)
	if err != nil || partErr != nil || len(cents) > 2 || whole >= 1e12 {
		return nil, wrong(text, "is not an amount", "write digits with at most two decimals and no currency, as 12500.50")
	}
	return int64(whole*100 + part), nil
}
