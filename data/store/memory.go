package store

import (
	"fmt"
	"strconv"
	"strings"
)

// shareOfDefault makes a third of the memory out of the database's own limit, which is 80 % of what it may use.
const shareOfDefault = 1 / (3 * 0.8)

// share takes that part of a size such as 18.6 GiB, in whole mebibytes.
func share(size string) (string, error) {
	amount, unit, _ := strings.Cut(size, " ")
	number, err := strconv.ParseFloat(amount, 64)
	mebibytes, known := map[string]float64{"KiB": 1.0 / 1024, "MiB": 1, "GiB": 1024, "TiB": 1024 * 1024}[unit]
	if err != nil || !known {
		return "", fmt.Errorf("memory_limit %q is not a size", size)
	}
	return fmt.Sprintf("%dMiB", int(number*mebibytes*shareOfDefault)), nil
}
