package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// frames are the shapes of project titles by type. {field} and {topic} belong to the faculty, {city} to the partner.
var frames = map[string][]string{
	"student-exchange": {
		"Student exchange in {field} with {city}", "Semester exchange: {field}, {city}", "Two-way exchange of {field} students with {city}",
		"Exchange places in {field}, {city}",
	},
	"staff-training": {
		"Short course for teachers: {topic}", "Training week in {field}, {city}", "Staff seminar on {topic}",
		"Professional development in {field} for visitors from {city}", "Teaching {field}: a workshop for young lecturers from {city}",
	},
	"joint-research": {
		"{topic}", "{topic}: Hong Kong and {city} compared", "A joint study of {topic}", "New methods for {topic}",
		"{topic}: field measurements in {city}", "From laboratory to practice: {topic}", "{topic}: evidence from two cities",
	},
	"academic-programme": {
		"Joint master's programme in {field} with {city}", "Dual degree in {field}, {city}", "Articulation in {field} for students from {city}",
		"Shared doctoral supervision in {field} with {city}",
	},
	"conference": {
		"Workshop on {topic}, {city} {year}", "{year} symposium: {topic}", "International forum on {field}, {city} {year}",
		"Young scholars' meeting in {field}, {year}",
	},
	"consultancy": {
		"Advice on {topic}", "Review of {topic} for a client in {city}", "Technical study: {topic}", "Feasibility of new approaches to {topic}, {city}",
	},
	"student-placement": {
		"Summer placement in {field}, {city} {year}", "Industrial attachment in {field}, {city} {year}", "Internships in {field}, {city} {year}",
		"Work-integrated learning in {field}, {city} {year}",
	},
}

// titles makes project titles and remembers them: no two projects are called the same.
type titles struct {
	plan *plan
	used map[string]int
}

func newTitles(p *plan) *titles { return &titles{plan: p, used: map[string]int{}} }

func (t *titles) title(d dice, kind string, f int, a *partner, year int) string {
	var s string
	for range 12 {
		s = capital(strings.NewReplacer(
			"{field}", pick(d, t.plan.faculties[f].fields),
			"{topic}", pick(d, t.plan.faculties[f].topics),
			"{city}", a.at.name,
			"{year}", strconv.Itoa(year),
		).Replace(pick(d, frames[kind])))
		if t.used[s] == 0 {
			break
		}
	}
	t.used[s]++
	if again := t.used[s]; again > 1 {
		return fmt.Sprintf("%s, phase %d", s, again)
	}
	return s
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func sortByStart(projects []project) {
	slices.SortStableFunc(projects, func(a, b project) int { return a.start.Compare(b.start) })
}
