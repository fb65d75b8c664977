package main

import (
	"strconv"
	"testing"
)

// exchange counts student exchange of a year and direction on one side of the published split.
type exchange struct {
	students         int
	partners, places map[string]bool
}

func exchangeOf(t *testing.T, year, direction string, near bool) exchange {
	t.Helper()
	at := institutions(t)
	e := exchange{partners: map[string]bool{}, places: map[string]bool{}}
	for _, r := range load(t, "mobility.csv") {
		place := r["country_code"]
		if place == "" {
			place = at[r["institution_id"]]["country_code"]
		}
		isNear := place == "CN" || place == "TW"
		if r["academic_year_id"] != year || r["direction"] != direction || r["kind"] != "student-studies" || isNear != near {
			continue
		}
		e.students += r.int(t, "participants")
		e.places[place] = true
		if id := r["institution_id"]; id != "" {
			e.partners[id] = true
		}
	}
	return e
}

func TestExchangeOf2017MeetsThePublishedFigures(t *testing.T) {
	out := exchangeOf(t, "2017/2018", "outbound", false)
	if out.students <= 650 || out.students > 700 || len(out.partners) != 230 || len(out.places) != 37 {
		t.Errorf("out overseas: %d students, %d partners, %d places; want over 650, 230, 37", out.students, len(out.partners), len(out.places))
	}
	in := exchangeOf(t, "2017/2018", "inbound", false)
	if in.students <= 650 || in.students > 700 || len(in.places) <= 50 {
		t.Errorf("in overseas: %d students from %d places; want over 650 from more than 50", in.students, len(in.places))
	}
	if n := exchangeOf(t, "2017/2018", "outbound", true).students; n != 85 {
		t.Errorf("out to the mainland and Taiwan: %d, want 85", n)
	}
	if n := exchangeOf(t, "2017/2018", "inbound", true).students; n != 238 {
		t.Errorf("in from the mainland and Taiwan: %d, want 238", n)
	}
}

func TestEveryYearHasFlowsBothWays(t *testing.T) {
	for y := range lastYear + 1 {
		for _, direction := range []string{outbound, inbound} {
			if n := exchangeOf(t, yearID(y), direction, false).students; n < 300 {
				t.Errorf("%s %s: only %d students overseas", yearID(y), direction, n)
			}
		}
	}
}

func TestExchangeAgreementsCoverThe230Partners(t *testing.T) {
	at := institutions(t)
	partners, places := map[string]bool{}, map[string]bool{}
	for _, r := range load(t, "agreements.csv") {
		place := at[r["institution_id"]]["country_code"]
		if r["kind"] == "exchange" && r["in_effect"] == "true" && place != "CN" && place != "TW" {
			partners[r["institution_id"]] = true
			places[place] = true
		}
	}
	if len(partners) != 230 || len(places) != 37 {
		t.Errorf("exchange agreements in effect: %d partners in %d places, want 230 in 37", len(partners), len(places))
	}
	for id := range exchangeOf(t, "2017/2018", "outbound", false).partners {
		if !partners[id] {
			t.Errorf("%s receives students in 2017/18 without an exchange agreement in effect", id)
		}
	}
}

func TestProjectsMainlandPartnersAndEstablishments(t *testing.T) {
	at := institutions(t)
	mainland := map[string]bool{}
	types := map[string]int{}
	projects := load(t, "projects.csv")
	for _, r := range projects {
		types[r["project_type"]]++
	}
	for _, r := range append(load(t, "agreements.csv"), projects...) {
		if at[r["institution_id"]]["country_code"] == "CN" {
			mainland[r["institution_id"]] = true
		}
	}
	if len(projects) <= 1100 || len(types) != 7 {
		t.Errorf("%d projects of %d types, want over 1,100 of 7", len(projects), len(types))
	}
	if len(mainland) != 350 {
		t.Errorf("%d mainland partners, want 350", len(mainland))
	}
	if n := len(load(t, "establishments.csv")); n != 6 {
		t.Errorf("%d establishments, want 6", n)
	}
}

func TestAidStaysUnderTheCap(t *testing.T) {
	for _, r := range load(t, "mobility.csv") {
		aided := r.int(t, "aided_participants")
		if aided > r.int(t, "participants") {
			t.Errorf("more people aided than moved: %v", r)
		}
		if (aided > 0) != (r["aid_amount"] != "") || (aided > 0) != (r["cost_amount"] != "") {
			t.Fatalf("aid without people or people without aid: %v", r)
		}
		if aided > 0 && 2*amount(t, r["aid_amount"]) > amount(t, r["cost_amount"]) {
			t.Errorf("aid above half of the cost: %v", r)
		}
	}
}

func amount(t *testing.T, cell string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Every state that the pages warn of has something true to show.
func TestAgreementsShowEveryState(t *testing.T) {
	const today, in90, in180, in365 = "2018-08-31", "2018-11-29", "2019-02-27", "2019-08-31"
	states := map[string]int{}
	renewals := map[string]int{}
	for _, r := range load(t, "agreements.csv") {
		end, live := r["end_date"], r["in_effect"] == "true"
		renewals[r["institution_id"]+r["kind"]]++
		switch {
		case r["start_date"] == "":
			states["undated"]++
		case live && end == "":
			states["open-ended"]++
		case live && end < today:
			states["overdue"]++
		case !live:
			states["ended"]++
		case end <= in90:
			states["within 90 days"]++
		case end <= in180:
			states["within 180 days"]++
		case end <= in365:
			states["within 365 days"]++
		default:
			states["in effect"]++
		}
	}
	for _, s := range []string{"undated", "open-ended", "overdue", "ended", "within 90 days", "within 180 days", "within 365 days", "in effect"} {
		if states[s] < 5 {
			t.Errorf("only %d agreements are %s", states[s], s)
		}
	}
	renewed := 0
	for _, n := range renewals {
		if n > 1 {
			renewed++
		}
	}
	if renewed < 100 {
		t.Errorf("only %d agreements were ever renewed", renewed)
	}
}
