package finding_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// full is an academic year as it is kept: 2012/13 is 2012/2013.
func full(year string) string { return academic(number(year[:4])) }

func before(year string) string { return academic(number(year[:4]) - 1) }

func number(text string) int {
	n, err := strconv.Atoi(strings.NewReplacer(",", "", "\u00a0%", "", "−", "-", "+", "").Replace(text))
	if err != nil {
		return math.MinInt32
	}
	return n
}

// tally adds up rows under a key; rows whose key is empty are left out.
func tally[T any](list []T, key func(T) string, n func(T) int) map[string]int {
	out := map[string]int{}
	for _, row := range list {
		if k := key(row); k != "" {
			out[k] += n(row)
		}
	}
	return out
}

func one[T any](T) int { return 1 }

func total(of map[string]int) (sum int) {
	for _, n := range of {
		sum += n
	}
	return sum
}

// leaders are the keys with the most.
func leaders(of map[string]int) []string {
	var out []string
	most := 0
	for _, key := range slices.Sorted(maps.Keys(of)) {
		switch n := of[key]; {
		case n > most:
			out, most = []string{key}, n
		case n == most && n > 0:
			out = append(out, key)
		}
	}
	return out
}

// named compares a list of names in a text with those it has to hold, whatever their order.
func named(text string, want []string) error {
	rest := text
	slices.SortFunc(want, func(a, b string) int { return len(nameOr(b)) - len(nameOr(a)) })
	for _, id := range want {
		if !strings.Contains(rest, nameOr(id)) {
			return fmt.Errorf("%q lacks %s", text, nameOr(id))
		}
		rest = strings.Replace(rest, nameOr(id), "", 1)
	}
	if rest = strings.NewReplacer("the ", "", "The ", "", " and ", "", ", ", "", " ", "").Replace(rest); rest != "" && rest != "and" && rest != "The" && rest != "the" {
		return fmt.Errorf("%q names more than %v", text, want)
	}
	return nil
}

func nameOr(id string) string {
	if n, err := strconv.Atoi(strings.TrimPrefix(id, "p")); err == nil && strings.HasPrefix(id, "p") {
		return partnerName(n)
	}
	if name, known := nameOf[id]; known {
		return name
	}
	return id
}

// share writes a part as the texts do: a whole percentage, or one with a decimal.
func share(part, of float64) string  { return fmt.Sprintf("%.0f\u00a0%%", math.Round(100*part/of)) }
func tenths(part, of float64) string { return trimmed(100*part/of) + "\u00a0%" }
func trimmed(v float64) string       { return strconv.FormatFloat(math.Round(10*v)/10, 'f', -1, 64) }
func same[T comparable](what string, got, want T) error {
	if got != want {
		return fmt.Errorf("%s: it says %v, the rows %v", what, got, want)
	}
	return nil
}
