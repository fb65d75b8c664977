package main

import (
	"fmt"
	"slices"
	"strings"
)

const (
	firstYear = 2010 // academic year 2010/2011 has index 0
	lastYear  = 7    // 2017/2018
)

func yearID(y int) string { return fmt.Sprintf("%d/%d", firstYear+y, firstYear+y+1) }

// role says which part of the network a placeholder partner plays.
type role int

const (
	exchangePartner role = iota
	projectPartner
	mainlandPartner
)

// partner is a placeholder institution: a plain name at a real city.
type partner struct {
	role                 role
	code                 string // DE-04, GD-07
	country, subdivision string
	at                   city
	kind                 string
	first, last          int // years of activity, as indices; last is lastYear unless the link ended
	weightOut, weightIn  int
	trend                int // yearly growth of the weight, percent
	exchanges            bool
	affinity             []int // weight by faculty
	out, in              [lastYear + 1]int
}

// network is the illustrative network as it is being built up.
type network struct {
	plan     *plan
	partners []*partner
	visitors []visitor
}

func newNetwork(p *plan) *network {
	n := &network{plan: p}
	d := newDice("partners")
	for _, pl := range p.places {
		if pl.visitorsSince >= 0 {
			n.visitors = append(n.visitors, visitor{place: pl, weight: d.between(10, 90)})
		}
		n.addExchange(d, pl)
	}
	for _, pr := range p.provinces {
		n.addMainland(d, pr)
	}
	n.pickMainlandExchanges()
	return n
}

func (n *network) addExchange(d dice, pl place) {
	all := pl.partners + pl.former + pl.projectPartners
	for i := range all {
		c := n.plan.cities[pl.code][i%len(n.plan.cities[pl.code])]
		a := &partner{code: fmt.Sprintf("%s-%02d", pl.code, i+1), country: pl.code, at: c,
			kind: "university", last: lastYear, exchanges: true, affinity: n.affinity(d, pl.profile)}
		// Zipf by rank inside the place; large places also hold the larger partners.
		a.weightOut = (500 + 80*pl.partners) / (i + 3)
		a.weightIn = a.weightOut * pick(d, []int{15, 40, 70, 90, 100, 100, 130, 180, 260}) / 100
		a.trend = d.between(-4, 8)
		a.first = firstOf(d, pl.partnersSince, i)
		if i >= pl.partners {
			a.first, a.last = 0, d.between(1, 4)
		}
		if i >= pl.partners+pl.former {
			a.role, a.exchanges = projectPartner, false
			a.kind = pick(d, []string{"company", "company", "institute", "government"})
			a.first, a.last = d.between(0, 5), lastYear
		}
		n.partners = append(n.partners, a)
	}
}

// firstOf says in which year a link began: the leading partners of a place came first.
func firstOf(d dice, since, rank int) int {
	if rank == 0 || (rank < 4 && since == 0) || d.percent(52) {
		return since
	}
	return d.between(since, lastYear)
}

func (n *network) addMainland(d dice, pr province) {
	places := n.plan.cities[pr.code]
	kinds := []string{"university", "university", "company", "institute", "university", "government", "company", "university", "institute", "other"}
	for i := range pr.partners {
		a := &partner{role: mainlandPartner, code: fmt.Sprintf("%s-%02d", strings.TrimPrefix(pr.code, "CN-"), i+1),
			country: "CN", subdivision: pr.code, at: places[i%len(places)], kind: kinds[i%len(kinds)],
			first: 0, last: lastYear, affinity: n.affinity(d, "mainland")}
		if !d.percent(38) {
			a.first = d.between(1, lastYear)
		}
		a.weightOut = (100 + 22*pr.partners) / (i + 4)
		a.weightIn = a.weightOut * pick(d, []int{40, 80, 100, 140, 220}) / 100
		a.trend = d.between(-2, 9)
		n.partners = append(n.partners, a)
	}
}

const (
	mainlandExchanges = 46 // mainland universities with student exchange
	mainlandFaded     = 6  // of them, links whose last exchange was years ago
)

// pickMainlandExchanges gives the largest mainland universities student exchange.
func (n *network) pickMainlandExchanges() {
	var unis []*partner
	for _, a := range n.partners {
		if a.role == mainlandPartner && a.kind == "university" {
			unis = append(unis, a)
		}
	}
	slices.SortStableFunc(unis, func(a, b *partner) int { return b.weightOut - a.weightOut })
	for i, a := range unis[:mainlandExchanges] {
		a.exchanges = true
		if i >= mainlandExchanges-mainlandFaded {
			a.first, a.last = 0, 2+i%2
		}
	}
}

// id is the institution_id of the partner.
func (a *partner) id() string {
	prefix := map[role]string{exchangePartner: "xp-", projectPartner: "pp-", mainlandPartner: "mp-"}[a.role]
	return prefix + strings.ToLower(a.code)
}

func (a *partner) active(year int) bool { return a.first <= year && year <= a.last }

// overseas leaves out the mainland and Taiwan, which the published figures count apart.
func (a *partner) overseas() bool { return a.country != "CN" && a.country != "TW" }

// institutionRows are the partners as rows of institutions.csv.
func (n *network) institutionRows() [][]string {
	names := map[role][3]string{
		exchangePartner: {"Exchange partner ", "交流夥伴 ", "交流伙伴 "},
		projectPartner:  {"Project partner ", "項目夥伴 ", "项目伙伴 "},
		mainlandPartner: {"Mainland partner ", "內地夥伴 ", "内地伙伴 "},
	}
	rows := make([][]string, 0, len(n.partners))
	for _, a := range n.partners {
		w := names[a.role]
		rows = append(rows, []string{a.id(), w[0] + a.code, w[1] + a.code, w[2] + a.code, "", "",
			a.country, a.subdivision, a.at.name, a.at.lat, a.at.lng, a.kind, illustrative, generated})
	}
	return rows
}
