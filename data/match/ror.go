package match

import (
	"fmt"
	"regexp"
	"strings"
)

var isROR = regexp.MustCompile(`^(?i:(?:https?://)?(?:www\.)?ror\.org/)?(0[a-hj-km-np-tv-zA-HJ-KM-NP-TV-Z0-9]{6}[0-9]{2})/?$`)

// rorDigits are the letters of a ROR id by their value: Crockford's base 32, without i, l, o and u.
const rorDigits = "0123456789abcdefghjkmnpqrstvwxyz"

// ROR reads a ROR id, with or without https://ror.org/ before it, and gives it in full. False for what has another form
// or whose check digits (ISO 7064 mod 97-10, the last two) do not fit the rest.
func ROR(text string) (string, bool) {
	found := isROR.FindStringSubmatch(strings.TrimSpace(text))
	if found == nil {
		return "", false
	}
	id := strings.ToLower(found[1])
	value := 0
	for _, letter := range id[:7] {
		value = value*32 + strings.IndexRune(rorDigits, letter)
	}
	if fmt.Sprintf("%02d", 98-value*100%97) != id[7:] {
		return "", false
	}
	return "https://ror.org/" + id, true
}
