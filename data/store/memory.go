package store

import (
	"fmt"
	"strconv"
	"strings"
)

// part is how much of the memory a database may take; a larger one may take more.
type part int

const (
	small part = iota // what is asked beside the data that is shown: an eighth, and at most half a gibibyte
	large             // a third
)

// unlimited is the database's own limit as a part of the memory it may use.
const unlimited = 0.8

// smallMost is the most that a small part may be, in mebibytes.
const smallMost = 512

// of takes that part of the memory, of which the database's own limit, such as 18.6 GiB, is 80 %. It gives whole
// mebibytes.
func (p part) of(limit string) (string, error) {
	amount, unit, _ := strings.Cut(limit, " ")
	number, err := strconv.ParseFloat(amount, 64)
	mebibytes, known := map[string]float64{"KiB": 1.0 / 1024, "MiB": 1, "GiB": 1024, "TiB": 1024 * 1024}[unit]
	if err != nil || !known {
		return "", fmt.Errorf("memory_limit %q is not a size", limit)
	}
	memory := number * mebibytes / unlimited
	if p == small {
		return fmt.Sprintf("%dMiB", min(smallMost, int(memory/8))), nil
	}
	return fmt.Sprintf("%dMiB", int(memory/3)), nil
}
