package main

import "testing"

// What regions aim at is a part of what the university aims at, never more.
func TestRegionalTargetsAreAPartOfTheWhole(t *testing.T) {
	whole, parts, regions := map[string]int{}, map[string]int{}, map[string]bool{}
	known := map[string]bool{}
	for _, r := range loadFrom(t, "../geo/regions.csv") {
		known[r["code"]] = true
	}
	for _, r := range load(t, "targets.csv") {
		key := r["metric_id"] + " " + r["academic_year_id"]
		if r["region"] == "" {
			whole[key] = r.int(t, "value")
			continue
		}
		if !known[r["region"]] {
			t.Errorf("a target of the region %q, which is none", r["region"])
		}
		parts[key] += r.int(t, "value")
		regions[r["region"]] = true
	}
	if len(regions) != 4 || len(parts) != 6 {
		t.Errorf("targets of %d regions in %d years, want 4 in 6", len(regions), len(parts))
	}
	for key, sum := range parts {
		if sum > whole[key] || 100*sum < 85*whole[key] {
			t.Errorf("%s: the regions aim at %d, the university at %d", key, sum, whole[key])
		}
	}
}

// Students by faculty are the students by level, counted another way.
func TestEnrolmentAddsUpBothWays(t *testing.T) {
	levels, faculties := map[string]int{}, map[string]int{}
	for _, r := range load(t, "enrolment.csv") {
		if r["faculty"] == "" {
			levels[r["academic_year_id"]] += r.int(t, "students")
		} else {
			faculties[r["academic_year_id"]] += r.int(t, "students")
		}
	}
	if len(levels) != 8 || levels["2017/2018"] != 27310 {
		t.Errorf("%d students in 2017/18, and %d years; want 27,310 and 8", levels["2017/2018"], len(levels))
	}
	for year, n := range levels {
		if faculties[year] != n {
			t.Errorf("%s: %d students by level, %d by faculty", year, n, faculties[year])
		}
	}
}
