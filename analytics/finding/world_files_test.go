package finding_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing/fstest"
	"time"
)

// files writes the world as the files of a data set.
func (w *world) files() fstest.MapFS {
	files := fstest.MapFS{}
	put := func(name, header string, n int, row func(i int) string) {
		if n == 0 {
			return
		}
		lines := []string{header}
		for i := range n {
			lines = append(lines, row(i))
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n")}
	}
	if w.home == "" {
		return w.homeless(put, files)
	}
	files["dataset.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil,
		"id: world\nname: World\nhome_institution: home\nhome_place: %s\nhome_lng: 10\nhome_lat: 10\nacademic_year: {start_month: 9}\nas_of: %s\ncurrency: HKD\n", w.home, w.asOf.Format(time.DateOnly))}
	put("institutions.csv", "institution_id,name,country_code,subdivision_code,lat,lng,kind\nhome,Home University,"+w.home+",,,,university", len(w.partners), func(i int) string {
		p := w.partners[i]
		return fmt.Sprintf("%s,%s,%s,%s,,,university", p.id, p.name, p.place, p.province)
	})
	files["faculties.csv"] = &fstest.MapFile{Data: []byte("faculty_id,name\nENG,Engineering\nART,Arts\n")}
	put("mobility.csv", "academic_year_id,direction,institution_id,country_code,kind,level,isced_f_code,faculty,participants,aid_amount,cost_amount,aided_participants", len(w.moves), func(i int) string {
		m := w.moves[i]
		aid, place := ",,", m.place
		if m.stated {
			aid = fmt.Sprintf("%d,%d,%d", m.aid, m.cost, m.aided)
		}
		if m.partner != "" {
			place = ""
		}
		return fmt.Sprintf("%s,%s,%s,%s,%s,%s,%s,%s,%d,%s", academic(m.year), m.direction, m.partner, place, m.kind, m.level, m.field, m.faculty, m.people, aid)
	})
	put("projects.csv", "project_id,project_type,title,institution_id,faculty,start_date", len(w.projects), func(i int) string {
		p := w.projects[i]
		return fmt.Sprintf("x%03d,%s,Project %d,%s,%s,%s", i, p.kind, i, p.partner, p.faculty, p.start)
	})
	put("agreements.csv", "agreement_id,institution_id,kind,start_date,end_date,in_effect,mobilities_per_year", len(w.agreements), func(i int) string {
		a := w.agreements[i]
		places := ""
		if a.places > 0 {
			places = strconv.Itoa(a.places)
		}
		return fmt.Sprintf("a%03d,%s,%s,%s,%s,%s,%s", i, a.partner, a.kind, a.start, a.end, a.inEffect, places)
	})
	w.putNetwork(put)
	return files
}

// homeless writes a world that is nobody's own: places that people move between, and institutions.
func (w *world) homeless(put func(name, header string, n int, row func(i int) string), files fstest.MapFS) fstest.MapFS {
	files["dataset.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "id: world\nname: World\nacademic_year: {start_month: 9}\nas_of: %s\ncurrency: HKD\n", w.asOf.Format(time.DateOnly))}
	put("institutions.csv", "institution_id,name,country_code,kind", len(w.partners), func(i int) string {
		return fmt.Sprintf("%s,%s,%s,university", w.partners[i].id, w.partners[i].name, w.partners[i].place)
	})
	w.putNetwork(put)
	return files
}

func (w *world) putNetwork(put func(name, header string, n int, row func(i int) string)) {
	put("flows.csv", "academic_year_id,origin_code,destination_code,participants", len(w.flows), func(i int) string {
		return fmt.Sprintf("%s,%s,%s,%d", academic(w.flows[i].year), w.flows[i].from, w.flows[i].to, w.flows[i].n)
	})
	put("copublications.csv", "academic_year_id,place_a,place_b,works", len(w.works), func(i int) string {
		return fmt.Sprintf("%s,%s,%s,%d", academic(w.works[i].year), w.works[i].from, w.works[i].to, w.works[i].n)
	})
	if len(w.members) > 0 {
		put("alliances.csv", "alliance_id,acronym,name", 2, func(i int) string { return []string{"one,ONE,Alliance One", "two,TWO,Alliance Two"}[i] })
	}
	put("memberships.csv", "alliance_id,institution_id,role,confidence", len(w.members), func(i int) string {
		return fmt.Sprintf("%s,%s,member,explicit", w.members[i].alliance, w.members[i].partner)
	})
	put("targets.csv", "metric_id,academic_year_id,value", len(w.targets), func(i int) string {
		return fmt.Sprintf("%s,%s,%d", w.targets[i].metric, academic(w.targets[i].year), w.targets[i].value)
	})
	put("enrolment.csv", "academic_year_id,faculty,students", 3*w.years, func(i int) string {
		faculty := []string{"", "ENG", "ART"}[i%3]
		return fmt.Sprintf("%s,%s,%d", academic(w.first+i/3), faculty, enrolled[faculty])
	})
	put("establishments.csv", "establishment_id,name,kind,subdivision_code", len(w.provinces), func(i int) string {
		return fmt.Sprintf("e%d,Establishment %d,institute,%s", i, i, w.provinces[i])
	})
	put("sources.csv", "source_id,title", 1, func(int) string { return "page,A page" })
	put("figures.csv", "figure_id,metric_id,value,unit,qualifier,source_id", 1, func(int) string {
		return fmt.Sprintf("cap,aid_cap,%d,%%,up to,page", w.aidCap)
	})
}

// enrolled is how many students there are in every year: in the whole institution, and in each faculty.
var enrolled = map[string]int{"": 2000, "ENG": 800, "ART": 700}

// academic is the id of the academic year that begins in a year.
func academic(year int) string { return fmt.Sprintf("%d/%d", year, year+1) }
