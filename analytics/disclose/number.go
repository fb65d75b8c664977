package disclose

import (
	"math"

	"meridian/analytics/table"
)

// step is what numbers of people are rounded to.
const step = 5

// Round gives a number of people to the nearest multiple of five. Halves go up; of a balance, away from nought, so
// that a balance and its opposite are rounded alike.
func Round(people float64) float64 {
	// Adding nought turns a minus nought into a plain one.
	return math.Copysign(step*math.Floor(math.Abs(people)/step+0.5), people) + 0
}

// Down gives a number of people down to the multiple of five below it; a balance towards nought.
func Down(people float64) float64 { return step*math.Trunc(people/step) + 0 }

// Round gives a number of people that is shown as the mode shows it.
func (m Mode) Round(people float64) float64 {
	switch m {
	case Off, "":
		return people
	case HESA:
		return Round(people)
	default:
		return Down(people)
	}
}

// IsFew tells whether a number of people is one to four, or a balance is.
func IsFew(people float64) bool {
	size := math.Abs(people)
	return size > 0 && size < step
}

func rounded(v any, round func(people float64) float64) any {
	switch v := v.(type) {
	case int64:
		return int64(round(float64(v)))
	case float64:
		return round(v)
	default:
		return v
	}
}

func number(v any) (float64, bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	default:
		return 0, false
	}
}

// told gives a ratio no more exactly than it has to be read: its last digits would tell the two numbers it is made of.
func told(v any, column table.Column) any {
	ratio, ok := v.(float64)
	if !ok || column.Type == "money" {
		return v
	}
	precision := 100.0
	switch {
	case isShare(column):
		precision = 1000 // a tenth of a percent
	case isAverage(column):
		precision = 10
	}
	return math.Round(ratio*precision) / precision
}

func isShare(c table.Column) bool { return c.Type == "share" || c.Type == "percent" }

// isAverage tells averages, which are so much a head, from indexes, which are so much of one.
func isAverage(c table.Column) bool { return c.Type == "money" || !isShare(c) && c.Unit != "" }
