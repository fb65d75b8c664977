package main

import (
	"fmt"
	"strconv"
	"strings"
)

// plan is what the illustrative network is drawn from: how many partners where, and what faculties do.
type plan struct {
	places    []place
	provinces []province
	cities    map[string][]city // by subdivision code, or country code where there is none
	faculties []faculty
}

type place struct {
	code                              string
	partners, former, projectPartners int
	visitorsSince                     int // first year of visitors without a partner, -1 for none
	partnersSince                     int
	profile                           string
	travelHKD, monthHKD               int
}

type province struct {
	code     string
	partners int
}

type city struct {
	name, lat, lng string
}

type faculty struct {
	id             string
	isced          []string
	fields, topics []string
	students       int // of a hundred students of the university
}

func loadPlan() (*plan, error) {
	p := &plan{cities: map[string][]city{}}
	for _, load := range []func() error{p.loadPlaces, p.loadProvinces, p.loadCities, p.loadFaculties} {
		if err := load(); err != nil {
			return nil, fmt.Errorf("load plan: %w", err)
		}
	}
	return p, nil
}

func (p *plan) loadPlaces() error {
	_, rows, err := read("plan/places.csv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		n, err := numbers(r[1], r[2], r[3], r[4], r[5], r[7], r[8])
		if err != nil {
			return fmt.Errorf("places.csv, %s: %w", r[0], err)
		}
		p.places = append(p.places, place{code: r[0], partners: n[0], former: n[1], projectPartners: n[2],
			visitorsSince: n[3], partnersSince: n[4], profile: r[6], travelHKD: n[5], monthHKD: n[6]})
	}
	return nil
}

func (p *plan) loadProvinces() error {
	_, rows, err := read("plan/provinces.csv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		n, err := numbers(r[1])
		if err != nil {
			return fmt.Errorf("provinces.csv, %s: %w", r[0], err)
		}
		p.provinces = append(p.provinces, province{code: r[0], partners: n[0]})
	}
	return nil
}

func (p *plan) loadCities() error {
	_, rows, err := read("plan/cities.csv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		key := r[1]
		if key == "" {
			key = r[0]
		}
		p.cities[key] = append(p.cities[key], city{name: r[2], lat: r[3], lng: r[4]})
	}
	return nil
}

func (p *plan) loadFaculties() error {
	_, rows, err := read("plan/faculties.csv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		n, err := numbers(r[4])
		if err != nil {
			return fmt.Errorf("faculties.csv, %s: %w", r[0], err)
		}
		p.faculties = append(p.faculties, faculty{id: r[0], isced: strings.Fields(r[1]),
			fields: strings.Split(r[2], "|"), topics: strings.Split(r[3], "|"), students: n[0]})
	}
	return nil
}

func (p *plan) place(code string) place {
	for _, pl := range p.places {
		if pl.code == code {
			return pl
		}
	}
	return place{}
}

// numbers reads whole numbers; an empty cell is -1.
func numbers(cells ...string) ([]int, error) {
	out := make([]int, len(cells))
	for i, c := range cells {
		if c == "" {
			out[i] = -1
			continue
		}
		n, err := strconv.Atoi(c)
		if err != nil {
			return nil, fmt.Errorf("want a whole number, have %q", c)
		}
		out[i] = n
	}
	return out, nil
}
