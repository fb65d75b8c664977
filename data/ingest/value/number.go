package value

import "strings"

// A form is what the separators of a written number tell.
type form int

const (
	plain  form = iota // none, or none that tells anything
	point              // the decimal sign is a point
	comma              // the decimal sign is a comma
	either             // one separator before three digits: thousands, or decimals
)

// written is a number taken apart: digits with at most the separators . and , left in them.
type written struct {
	text    string
	form    form
	percent bool
}

// takeApart is false for what is not a number in any convention.
func takeApart(text string) (written, bool) {
	text, _ = Code(text)
	text = strings.Replace(text, "−", "-", 1)
	w := written{}
	if rest, cut := strings.CutSuffix(text, "%"); cut {
		w.percent, text = true, strings.TrimRight(rest, " ")
	}
	sign := ""
	if text != "" && (text[0] == '-' || text[0] == '+') {
		sign, text = strings.TrimPrefix(text[:1], "+"), text[1:]
	}
	text, exponent, ok := mantissa(text)
	if !ok {
		return w, false
	}
	if text, ok = closeGroups(text); !ok {
		return w, false
	}
	if w.form, ok = classify(text); !ok {
		return w, false
	}
	if exponent != "" && w.form == either {
		w.form = point
	}
	w.text = sign + text + exponent
	return w, true
}

// mantissa cuts an exponent off; it is false for one that is not digits.
func mantissa(text string) (number, exponent string, ok bool) {
	at := strings.IndexAny(text, "eE")
	if at < 0 {
		return text, "", true
	}
	digits := strings.TrimLeft(text[at+1:], "+-")
	return text[:at], text[at:], isDigits(digits) && len(text[at+1:])-len(digits) <= 1
}

// closeGroups takes the spaces and apostrophes out that stand between groups of three digits.
func closeGroups(text string) (string, bool) {
	if !strings.ContainsAny(text, " '’") {
		return text, true
	}
	parts := strings.FieldsFunc(text, func(char rune) bool { return char == ' ' || char == '\'' || char == '’' })
	for i, part := range parts {
		last := i == len(parts)-1
		whole, _, _ := strings.Cut(strings.Replace(part, ",", ".", 1), ".")
		if !last {
			whole = part
		}
		if !isDigits(whole) || (i > 0 && len(whole) != 3) || (i == 0 && len(whole) > 3) {
			return "", false
		}
	}
	return strings.Join(parts, ""), true
}

// classify says what the separators tell; it is false where they stand in no order.
func classify(text string) (form, bool) {
	points, commas, digits := 0, 0, 0
	for i := 0; i < len(text); i++ {
		switch char := text[i]; {
		case char == '.':
			points++
		case char == ',':
			commas++
		case char >= '0' && char <= '9':
			digits++
		default:
			return plain, false
		}
	}
	if digits == 0 {
		return plain, false
	}
	switch {
	case points == 0 && commas == 0:
		return plain, true
	case points > 0 && commas > 0:
		if strings.LastIndexByte(text, '.') > strings.LastIndexByte(text, ',') {
			return point, points == 1 && grouped(text[:strings.IndexByte(text, '.')], ",")
		}
		return comma, commas == 1 && grouped(text[:strings.IndexByte(text, ',')], ".")
	case points > 1:
		return comma, grouped(text, ".")
	case commas > 1:
		return point, grouped(text, ",")
	}
	at := strings.IndexAny(text, ".,")
	if at >= 1 && at <= 3 && text[0] != '0' && len(text)-at == 4 {
		return either, true
	}
	if points == 1 {
		return point, true
	}
	return comma, true
}

// grouped is true of digits in groups of three.
func grouped(text, separator string) bool {
	for i, part := range strings.Split(text, separator) {
		if (i > 0 && len(part) != 3) || (i == 0 && (part == "" || len(part) > 3)) {
			return false
		}
	}
	return true
}

func isDigits(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

// usual is true of digits with at most one decimal point that nobody could take for anything else: most numbers.
func usual(text string) (f form, ok bool) {
	at := -1
	for i := 0; i < len(text); i++ {
		if text[i] == '.' && at < 0 {
			at = i
			continue
		}
		if text[i] < '0' || text[i] > '9' {
			return plain, false
		}
	}
	if at < 0 {
		return plain, text != ""
	}
	return point, at > 0 && len(text)-at > 1 && len(text)-at != 4
}

// decimal writes the number as programs do, its decimal sign being known.
func (w written) decimal(sign form) string {
	if sign == comma {
		return strings.Replace(strings.ReplaceAll(w.text, ".", ""), ",", ".", 1)
	}
	return strings.ReplaceAll(w.text, ",", "")
}
