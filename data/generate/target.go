package main

import (
	"fmt"
	"strconv"
)

var targetColumns = []string{"metric_id", "academic_year_id", "region", "country_code", "value", "evidence", "source_id"}

// assumed is the source_id of aims and of enrolment, which nobody publishes.
const assumed = "assumed"

// parted is the aim that regions have their part of.
const parted = "exchange_out_overseas"

// aims are the regions with a target of their own, and how many of a hundred students out overseas are to go there.
var aims = []struct {
	region  string
	percent int
}{{"europe", 54}, {"north-america", 21}, {"oceania", 10}, {"southeast-asia", 5}}

// targets gives the rows of targets.csv: those of the whole university, then each region's part of students out
// overseas, rounded down, so that regions never ask for more than the whole does.
func targets() ([][]string, error) {
	_, whole, err := read("plan/targets.csv")
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for _, r := range whole {
		rows = append(rows, []string{r[0], r[1], "", "", r[2], illustrative, assumed})
	}
	for _, aim := range aims {
		for _, r := range whole {
			if r[0] != parted {
				continue
			}
			n, err := numbers(r[2])
			if err != nil {
				return nil, fmt.Errorf("targets.csv, %s %s: %w", r[0], r[1], err)
			}
			rows = append(rows, []string{r[0], r[1], aim.region, "", strconv.Itoa(n[0] * aim.percent / 100), illustrative, assumed})
		}
	}
	return rows, nil
}
