package lang

import "strings"

// List writes names one after another as a sentence does: A, B and C.
func List(l Lang, names []string) string {
	between, last := "、", "及"
	switch l {
	case English:
		between, last = ", ", " and "
	case Simplified:
		last = "和"
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	end := len(names) - 1
	return strings.Join(names[:end], between) + last + names[end]
}
