package value

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// YearRule says how the data set tells years.
type YearRule struct {
	Calendar bool   // years begin in January: 2018 is a year of its own
	Bare     string // what 2017 alone means where years span two: "starts", "ends", or "" for a fault
}

var (
	isSpan     = regexp.MustCompile(`^(\d{4}) ?[/‐‑–—~～-] ?(\d{4}|\d{2})$`)
	isJoined   = regexp.MustCompile(`^(\d{4})(\d{2})$`)
	isBareYear = regexp.MustCompile(`^\d{4}$`)
)

// Year returns an academic year as 2017/2018, or a calendar year as 2018.
func Year(text string, rule YearRule) (string, *Fault) {
	written := bareYear(text)
	if isBareYear.MatchString(written) {
		return oneYear(text, written, rule)
	}
	remedy := "write the two years it spans, as 2017/2018"
	found := isSpan.FindStringSubmatch(written)
	if found == nil {
		found = isJoined.FindStringSubmatch(written)
	}
	if rule.Calendar {
		if found != nil {
			return "", faulty(text, "spans two years, and academic_year.start_month: 1 says that years are calendar years",
				"write one year, as 2018, or state the month that academic years start in")
		}
		return "", faulty(text, "is not a year", "write four digits, as 2018")
	}
	if found == nil {
		return "", faulty(text, "is not an academic year", remedy)
	}
	first, _ := strconv.Atoi(found[1]) // four digits
	next := fmt.Sprintf("%04d", first+1)
	if !counted(first) || !strings.HasSuffix(next, found[2]) {
		return "", faulty(text, "does not span two years that follow each other", remedy)
	}
	return found[1] + "/" + next, nil
}

// counted is true of a year that has four digits, as the next one and the one before it have.
func counted(year int) bool { return year > 1000 && year < 9999 }

func oneYear(text, written string, rule YearRule) (string, *Fault) {
	year, _ := strconv.Atoi(written) // four digits
	switch {
	case !counted(year):
		return "", faulty(text, "is not a year", "write four digits, as 2018")
	case rule.Calendar:
		return written, nil
	case rule.Bare == "starts":
		return fmt.Sprintf("%04d/%04d", year, year+1), nil
	case rule.Bare == "ends":
		return fmt.Sprintf("%04d/%04d", year-1, year), nil
	}
	return "", faulty(text, "is not an academic year", fmt.Sprintf("write the two years it spans, as 2017/2018; or state for the file "+
		"in dataset.yaml years: starts (%d/%d) or years: ends (%d/%d), or academic_year: {start_month: 1} for calendar years",
		year, year+1, year-1, year))
}

// bareYear takes away the words around a year.
func bareYear(text string) string {
	text, _ = Code(text)
	for _, word := range []string{"學年度", "学年度", "學年", "学年", "年度", "年"} {
		text = strings.TrimSuffix(text, word)
	}
	text = strings.ReplaceAll(text, "年", "") // 2017年-2018年
	for _, word := range []string{"AY", "A.Y."} {
		if len(text) > len(word) && strings.EqualFold(text[:len(word)], word) {
			text = text[len(word):]
		}
	}
	return strings.TrimSpace(strings.TrimSuffix(text, ".0"))
}
