package main

import (
	"fmt"
	"time"
)

var projectColumns = []string{"project_id", "project_type", "title", "institution_id", "faculty", "office",
	"start_date", "end_date", "status", "evidence", "source_id"}

// projectStarts is the number of projects begun in each academic year: 1,124 in all.
var projectStarts = [lastYear + 1]int{96, 110, 124, 131, 128, 152, 178, 205}

// projectType says how common a kind of project is at the beginning and by the end, who does it and how long it takes.
type projectType struct {
	id          string
	early, late int      // weight in the first and in the last year
	kinds       []string // kinds of partner
	days        [2]int   // shortest and longest
}

var projectTypes = []projectType{
	{"student-exchange", 20, 16, []string{"university"}, [2]int{700, 1800}},
	{"staff-training", 18, 13, []string{"university", "government"}, [2]int{10, 150}},
	{"joint-research", 20, 28, []string{"university", "institute", "company"}, [2]int{360, 1280}},
	{"academic-programme", 10, 8, []string{"university"}, [2]int{1090, 1820}},
	{"conference", 12, 10, []string{"university", "institute", "other"}, [2]int{1, 4}},
	{"consultancy", 11, 9, []string{"company", "government", "institute", "other"}, [2]int{120, 540}},
	{"student-placement", 9, 16, []string{"company", "government", "other", "university"}, [2]int{42, 110}},
}

// project is one row of projects.csv.
type project struct {
	kind       string
	title      string
	partner    *partner
	faculty    string
	start, end time.Time
}

var asOf = time.Date(2018, time.August, 31, 0, 0, 0, 0, time.UTC)

// projects makes the project records in the order they started.
func (n *network) projects() []project {
	d := newDice("projects")
	var out []project
	t := newTitles(n.plan)
	used := map[*partner]int{}
	for y := range lastYear + 1 {
		for range projectStarts[y] {
			k := projectTypes[d.weighted(typeWeights(y))]
			a := n.projectWith(d, k, y, used)
			used[a]++
			f := d.weighted(a.affinity)
			start := startOf(d, k, y)
			out = append(out, project{kind: k.id, partner: a, faculty: n.plan.faculties[f].id,
				title: t.title(d, k.id, f, a, start.Year()), start: start, end: start.AddDate(0, 0, d.between(k.days[0], k.days[1])-1)})
		}
	}
	sortByStart(out)
	return out
}

func typeWeights(year int) []int {
	w := make([]int, len(projectTypes))
	for i, k := range projectTypes {
		w[i] = k.early*(lastYear-year) + k.late*year
	}
	return w
}

// projectWith draws the partner. A partner without a project yet comes first, so that few stay without one.
func (n *network) projectWith(d dice, k projectType, year int, used map[*partner]int) *partner {
	near := d.percent(56)
	weights := make([]int, len(n.partners))
	for i, a := range n.partners {
		if !a.active(year) || near != (a.country == "CN") || !fitting(a, k) {
			continue
		}
		weights[i] = 60 + a.weightOut
		if near && used[a] == 0 {
			weights[i] *= 15
		}
		if a.role == projectPartner {
			weights[i] *= 4
		}
	}
	return n.partners[d.weighted(weights)]
}

func fitting(a *partner, k projectType) bool {
	if k.id == "student-exchange" && !a.exchanges {
		return false
	}
	for _, kind := range k.kinds {
		if kind == a.kind {
			return true
		}
	}
	return false
}

// startOf gives a day inside the academic year: placements in summer, exchanges with a semester, the rest any day.
func startOf(d dice, k projectType, year int) time.Time {
	y := firstYear + year
	switch k.id {
	case "student-placement":
		return time.Date(y+1, time.Month(d.between(5, 7)), d.between(1, 28), 0, 0, 0, 0, time.UTC)
	case "student-exchange", "academic-programme":
		if d.percent(70) {
			return time.Date(y, time.September, 1, 0, 0, 0, 0, time.UTC)
		}
		return time.Date(y+1, time.January, 15, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(y, time.September, 1+d.IntN(364), 0, 0, 0, 0, time.UTC)
}

func projectRows(projects []project) [][]string {
	rows := make([][]string, 0, len(projects))
	for i, p := range projects {
		office, status := "IAO", "completed"
		if p.partner.country == "CN" {
			office = "CMAO"
		}
		if !p.end.Before(asOf) {
			status = "active"
		}
		rows = append(rows, []string{fmt.Sprintf("p-%04d", i+1), p.kind, p.title, p.partner.id(), p.faculty, office,
			p.start.Format(time.DateOnly), p.end.Format(time.DateOnly), status, illustrative, generated})
	}
	return rows
}
