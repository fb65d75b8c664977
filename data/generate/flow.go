package main

// Students on exchange by academic year, 2010/11 to 2017/18. The last year is held to the published figures
// (over 650 each way overseas, some 85 out and nearly 240 in with the mainland and Taiwan); the years before
// are a plausible way there, with a dip.
var (
	overseasOut = [lastYear + 1]int{412, 447, 498, 531, 519, 578, 617, 657}
	overseasIn  = [lastYear + 1]int{391, 428, 455, 512, 549, 538, 604, 668}
	visitorsIn  = [lastYear + 1]int{13, 16, 20, 23, 27, 29, 35, 40} // of overseasIn, from places without a partner
	nearOut     = [lastYear + 1]int{38, 44, 52, 61, 70, 66, 79, 85} // the mainland and Taiwan
	nearIn      = [lastYear + 1]int{121, 140, 163, 178, 201, 190, 222, 238}
)

// visitor is a place that sends students although no partner is there.
type visitor struct {
	place  place
	weight int
	in     [lastYear + 1]int
}

// startFlows hands the yearly totals out to partners and places.
func (n *network) startFlows() {
	d := newDice("flows")
	for y := range lastYear + 1 {
		mood := n.moods(d)
		far := n.exchanging(y, true)
		near := n.exchanging(y, false)
		share(d, far, overseasOut[y], mood, y, outbound)
		share(d, far, overseasIn[y]-visitorsIn[y], mood, y, inbound)
		share(d, near, nearOut[y], mood, y, outbound)
		share(d, near, nearIn[y], mood, y, inbound)
		n.shareVisitors(d, y)
	}
}

// moods is how popular each place is in one year, in percent.
func (n *network) moods(d dice) map[string]int {
	m := make(map[string]int, len(n.plan.places))
	for _, pl := range n.plan.places {
		m[pl.code] = d.between(80, 125)
		if d.percent(6) {
			m[pl.code] = d.between(50, 70) // a year that students stay away
		}
	}
	return m
}

func (n *network) exchanging(year int, overseas bool) []*partner {
	var out []*partner
	for _, a := range n.partners {
		if a.exchanges && a.active(year) && a.overseas() == overseas {
			out = append(out, a)
		}
	}
	return out
}

const (
	outbound = "outbound"
	inbound  = "inbound"
)

func share(d dice, among []*partner, total int, mood map[string]int, year int, direction string) {
	weights, floor := make([]int, len(among)), make([]int, len(among))
	seen := map[string]bool{}
	for i, a := range among {
		base := a.weightOut
		if direction == inbound {
			base = a.weightIn
		}
		weights[i] = base * (100 + a.trend*year) / 100 * mood[a.country] / 100 * d.between(60, 150) / 100
		floor[i] = least(d, a, year, direction, seen[a.country])
		seen[a.country] = true
	}
	for i, people := range d.share(total, weights, floor) {
		if direction == outbound {
			among[i].out[year] = people
		} else {
			among[i].in[year] = people
		}
	}
}

// least is the number of students a partner has in a year whatever its weight. In the last year every overseas
// partner has somebody going out, and every place somebody coming in, as the published counts of partners and
// places ask for.
func least(d dice, a *partner, year int, direction string, placeSeen bool) int {
	last := year == lastYear && a.overseas()
	switch {
	case last && direction == outbound, last && !placeSeen:
		return 1
	case direction == outbound && a.overseas() && d.percent(82):
		return 1
	}
	return 0
}

func (n *network) shareVisitors(d dice, year int) {
	weights, floor := make([]int, len(n.visitors)), make([]int, len(n.visitors))
	for i, v := range n.visitors {
		if v.place.visitorsSince > year {
			continue
		}
		weights[i] = v.weight * d.between(50, 160) / 100
		if year == lastYear {
			floor[i] = 1
		}
	}
	for i, people := range d.share(visitorsIn[year], weights, floor) {
		n.visitors[i].in[year] = people
	}
}
