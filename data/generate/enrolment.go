package main

import (
	"fmt"
	"strconv"
)

var enrolmentColumns = []string{"academic_year_id", "level", "faculty", "students", "evidence", "source_id"}

// enrolment gives the rows of enrolment.csv: each year's students by level, then the same students by faculty. What
// rounding down leaves over is with the first faculty, so that both add up to the same.
func (p *plan) enrolment() ([][]string, error) {
	_, levels, err := read("plan/enrolment.csv")
	if err != nil {
		return nil, err
	}
	var rows [][]string
	var years []string
	all := map[string]int{}
	for _, r := range levels {
		n, err := numbers(r[2])
		if err != nil {
			return nil, fmt.Errorf("enrolment.csv, %s %s: %w", r[0], r[1], err)
		}
		if _, known := all[r[0]]; !known {
			years = append(years, r[0])
		}
		all[r[0]] += n[0]
		rows = append(rows, []string{r[0], r[1], "", r[2], illustrative, assumed})
	}
	for _, year := range years {
		students, left := make([]int, len(p.faculties)), all[year]
		for i, f := range p.faculties {
			students[i] = all[year] * f.students / 100
			left -= students[i]
		}
		students[0] += left
		for i, f := range p.faculties {
			rows = append(rows, []string{year, "", f.id, strconv.Itoa(students[i]), illustrative, assumed})
		}
	}
	return rows, nil
}
