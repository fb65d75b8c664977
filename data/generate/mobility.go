package main

import (
	"fmt"
	"strconv"
)

var mobilityColumns = []string{"academic_year_id", "direction", "institution_id", "country_code", "kind", "level", "faculty",
	"isced_f_code", "participants", "months", "aid_amount", "cost_amount", "aided_participants", "evidence", "source_id"}

// move is one row of mobility.csv in the making. Money is in Hong Kong dollars.
type move struct {
	year                int
	direction           string
	partner             *partner // nil for visitors from a place without a partner
	country             string
	kind, level         string
	faculty             int
	people, months      int
	aided, aid, aidCost int
}

// mobility gives every row of mobility.csv, by year and direction.
func (n *network) mobility() [][]string {
	students, staff := newDice("students"), newDice("staff")
	var rows [][]string
	add := func(moves []move) {
		for _, m := range moves {
			rows = append(rows, n.mobilityRow(m))
		}
	}
	for y := range lastYear + 1 {
		for _, direction := range []string{outbound, inbound} {
			for _, a := range n.partners {
				people := a.out[y]
				if direction == inbound {
					people = a.in[y]
				}
				add(n.studies(students, move{year: y, direction: direction, partner: a, country: a.country}, people))
			}
			if direction == inbound {
				for _, v := range n.visitors {
					add(n.studies(students, move{year: y, direction: inbound, country: v.place.code}, v.in[y]))
				}
			}
			add(n.traineeships(staff, y, direction))
			add(n.staff(staff, y, direction))
		}
	}
	return rows
}

// studies makes the students of one partner and year one by one, and puts those of a faculty and level together.
func (n *network) studies(d dice, from move, people int) []move {
	var moves []move
	affinity := profiles["other"]
	if from.partner != nil {
		affinity = from.partner.affinity
	}
	for range people {
		m := from
		m.kind, m.people = "student-studies", 1
		m.faculty = d.weighted(affinity)
		m.level = levelOf(d, from.direction)
		m.months = pick(d, []int{5, 5, 5, 5, 4, 4, 10, 10})
		if from.direction == outbound {
			n.support(d, &m, 20+from.year)
		}
		moves = gather(moves, m)
	}
	return moves
}

func levelOf(d dice, direction string) string {
	weights := []int{92, 6, 2}
	if direction == inbound {
		weights = []int{80, 16, 4}
	}
	return []string{"bachelor", "master", "doctorate"}[d.weighted(weights)]
}

// support gives a needy student up to half of the eligible cost: travel, accommodation and subsistence.
func (n *network) support(d dice, m *move, chance int) {
	if !d.percent(chance) {
		return
	}
	pl := n.plan.place(m.country)
	cost := (pl.travelHKD + m.months*pl.monthHKD) * d.between(88, 114) / 100 / 100 * 100
	m.aided, m.aidCost = 1, cost
	m.aid = cost * d.between(18, 50) / 100 / 100 * 100
}

// gather adds people to the row of the same partner, faculty, level and kind, or starts one.
func gather(moves []move, m move) []move {
	for i := range moves {
		if k := &moves[i]; k.partner == m.partner && k.faculty == m.faculty && k.level == m.level && k.kind == m.kind {
			k.people += m.people
			k.months += m.months
			k.aided += m.aided
			k.aid += m.aid
			k.aidCost += m.aidCost
			return moves
		}
	}
	return append(moves, m)
}

// traineeships go to mainland partners of any kind and, overseas, to exchange partners only.
func (n *network) traineeships(d dice, year int, direction string) []move {
	count := 34 + 7*year + d.between(-4, 6)
	if direction == inbound {
		count = 9 + 2*year + d.between(-2, 3)
	}
	var moves []move
	for range count {
		near := direction == outbound && d.percent(60)
		a := n.anyPartner(d, year, func(a *partner) bool {
			return (a.role == mainlandPartner) == near && (near || a.exchanges && a.overseas())
		})
		m := move{year: year, direction: direction, partner: a, country: a.country, kind: "student-traineeship",
			level: levelOf(d, direction), faculty: d.weighted(a.affinity), people: 1 + d.IntN(3)}
		m.months = m.people * d.between(2, 3)
		moves = gather(moves, m)
	}
	return moves
}

// staff teach and train at universities that exchange students.
func (n *network) staff(d dice, year int, direction string) []move {
	count := 30 + 4*year + d.between(-5, 6)
	if direction == inbound {
		count = count * 4 / 5
	}
	var moves []move
	for range count {
		a := n.anyPartner(d, year, func(a *partner) bool { return a.exchanges })
		kind := pick(d, []string{"staff-teacher", "staff-teacher", "staff-training"})
		people := 1 + d.IntN(5)/3
		moves = gather(moves, move{year: year, direction: direction, partner: a, country: a.country, kind: kind,
			faculty: d.weighted(a.affinity), people: people, months: people})
	}
	return moves
}

// anyPartner draws an active partner that fits, larger ones more often.
func (n *network) anyPartner(d dice, year int, fits func(*partner) bool) *partner {
	weights := make([]int, len(n.partners))
	for i, a := range n.partners {
		if a.active(year) && fits(a) {
			weights[i] = a.weightOut + 20
		}
	}
	return n.partners[d.weighted(weights)]
}

func (n *network) mobilityRow(m move) []string {
	institution, country := "", m.country
	if m.partner != nil {
		institution, country = m.partner.id(), "" // the institution says where it is
	}
	aid, cost, aided := "", "", ""
	if m.direction == outbound && m.kind == "student-studies" {
		aided = strconv.Itoa(m.aided)
		if m.aided > 0 {
			aid, cost = fmt.Sprintf("%d.00", m.aid), fmt.Sprintf("%d.00", m.aidCost)
		}
	}
	return []string{yearID(m.year), m.direction, institution, country, m.kind, m.level, n.plan.faculties[m.faculty].id,
		n.isced(m.partner, m.faculty), strconv.Itoa(m.people), strconv.Itoa(m.months), aid, cost, aided, illustrative, generated}
}
