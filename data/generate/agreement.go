package main

import (
	"fmt"
	"strconv"
	"time"
)

// agreement is one row of agreements.csv.
type agreement struct {
	partner            *partner
	kind               string
	signed, start, end time.Time // end is zero for an open-ended agreement
	inEffect           bool
	places             int // mobilities a year, 0 where the agreement names none
}

// agreements gives the rows of agreements.csv for every partner that has one, partner by partner.
func (n *network) agreements(projects []project) [][]string {
	d := newDice("agreements")
	busy := map[*partner]activity{}
	for _, p := range projects {
		b := busy[p.partner]
		b.count++
		b.programme = b.programme || p.kind == "academic-programme"
		if p.end.After(b.last) {
			b.last = p.end
		}
		busy[p.partner] = b
	}
	var rows [][]string
	for _, a := range n.partners {
		for _, g := range n.agreementsWith(d, a, busy[a]) {
			rows = append(rows, n.agreementRow(len(rows)+1, g))
		}
	}
	return rows
}

// activity is what a partner's projects amount to.
type activity struct {
	count     int
	programme bool
	last      time.Time // end of the latest project
}

// lively is a partner with a project running in the latest academic year.
func (b activity) lively() bool { return b.last.After(asOf.AddDate(-1, 0, 0)) }

func (n *network) agreementsWith(d dice, a *partner, b activity) []agreement {
	var out []agreement
	if a.exchanges {
		out = append(out, exchangeTerms(d, a)...)
	}
	if b.programme && d.percent(60) {
		out = append(out, terms(d, a, "joint_programme", 5)...)
	}
	// Whoever runs no project now is a partner by agreement only.
	asleep := a.role != exchangePartner && !a.exchanges && !b.lively()
	if asleep || d.percent(25) {
		kind := "mou"
		if a.kind == "institute" || d.percent(25) {
			kind = "research"
		}
		out = append(out, terms(d, a, kind, 5)...)
	}
	return out
}

// exchangeTerms names places a year: around the busiest year, sometimes far more than are used.
func exchangeTerms(d dice, a *partner) []agreement {
	out := terms(d, a, "exchange", pick(d, []int{3, 5, 5, 5}))
	busiest := 1
	for y := range lastYear + 1 {
		busiest = max(busiest, a.out[y])
	}
	for i := range out {
		out[i].places = max(2, busiest*pick(d, []int{80, 100, 100, 130, 160, 220})/100)
	}
	return out
}

// terms is the chain of agreements from the first to the one in effect on the data set's day, each renewing the last.
func terms(d dice, a *partner, kind string, years int) []agreement {
	start := time.Date(firstYear+a.first-1, time.September, 1+d.IntN(364), 0, 0, 0, 0, time.UTC)
	if a.first == 0 {
		start = start.AddDate(-d.between(0, 2*years-1), 0, 0)
	}
	if a.last == lastYear && d.percent(9) {
		return []agreement{{partner: a, kind: kind, signed: signing(d, start), start: start, inEffect: true}}
	}
	stop := asOf
	if a.exchanges && a.role == exchangePartner && a.last < lastYear {
		stop = time.Date(firstYear+a.last+1, time.June, 30, 0, 0, 0, 0, time.UTC)
	}
	var out []agreement
	for {
		end := start.AddDate(years, 0, -1)
		out = append(out, agreement{partner: a, kind: kind, signed: signing(d, start), start: start, end: end})
		if !end.Before(stop) || overdue(d, end) {
			break
		}
		start = end.AddDate(0, 0, 1)
	}
	latest := &out[len(out)-1]
	latest.inEffect = stop.Equal(asOf)
	return out
}

// overdue is an agreement that ran out this year and is still being renewed.
func overdue(d dice, end time.Time) bool {
	return end.Year() == asOf.Year() && end.Before(asOf) && d.percent(22)
}

// signing comes one to five months before the start.
func signing(d dice, start time.Time) time.Time { return start.AddDate(0, 0, -d.between(30, 150)) }

func (n *network) agreementRow(number int, g agreement) []string {
	end, places, isced := "", "", ""
	if !g.end.IsZero() {
		end = g.end.Format(time.DateOnly)
	}
	if g.places > 0 {
		places, isced = strconv.Itoa(g.places), n.isced(g.partner, g.partner.best())
	}
	return []string{fmt.Sprintf("ag-%04d", number), g.partner.id(), g.kind, g.signed.Format(time.DateOnly),
		g.start.Format(time.DateOnly), end, strconv.FormatBool(g.inEffect), places, isced, illustrative, generated}
}
