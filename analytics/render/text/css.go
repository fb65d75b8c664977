package text

import (
	"strconv"
	"strings"
)

// ParseCSS reads a CSS font shorthand as ECharts writes it, such as
// "bold 12px 'Source Sans 3', sans-serif".
func ParseCSS(font string) Style {
	style := Style{Size: 12, Weight: 400}
	before, after, found := strings.Cut(font, "px")
	if !found {
		return style
	}
	words := strings.Fields(before)
	for i, word := range words {
		if i == len(words)-1 {
			if size, err := strconv.ParseFloat(word, 64); err == nil {
				style.Size = size
			}
			break
		}
		style.Weight = Weight(word, style.Weight)
	}
	style.Family = FamilyOf(after)
	return style
}

// Weight reads a CSS font-weight; what it does not know keeps the weight before.
func Weight(word string, before int) int {
	switch word {
	case "bold", "bolder":
		return 700
	case "normal", "lighter":
		return 400
	}
	if weight, err := strconv.Atoi(word); err == nil && weight >= 100 && weight <= 900 {
		return weight
	}
	return before
}

// FamilyOf is the typeface a CSS font-family stack begins with.
func FamilyOf(stack string) Family {
	first, _, _ := strings.Cut(stack, ",")
	name := strings.ToLower(strings.Trim(strings.TrimSpace(first), `'"`))
	if strings.Contains(name, "serif") && !strings.Contains(name, "sans") {
		return Serif
	}
	return Sans
}
