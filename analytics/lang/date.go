package lang

import (
	"strconv"
	"strings"
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"}

// Date writes a date as precisely as it is known: 2015 is 2015, 2015-05 is May 2015 or 2015年5月,
// 2011-03-06 is 6 March 2011 or 2011年3月6日. Text that is no date is left as it is.
func Date(l Lang, iso string) string {
	parts := strings.Split(iso, "-")
	var n [3]int
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || i >= len(n) || i == 1 && (v < 1 || v > 12) {
			return iso
		}
		n[i] = v
	}
	if l == English {
		return englishDate(n, len(parts))
	}
	out := strconv.Itoa(n[0]) + "年"
	if len(parts) > 1 {
		out += strconv.Itoa(n[1]) + "月"
	}
	if len(parts) > 2 {
		out += strconv.Itoa(n[2]) + "日"
	}
	return out
}

func englishDate(n [3]int, known int) string {
	out := strconv.Itoa(n[0])
	if known > 1 {
		out = monthNames[n[1]-1] + " " + out
	}
	if known > 2 {
		out = strconv.Itoa(n[2]) + " " + out
	}
	return out
}
