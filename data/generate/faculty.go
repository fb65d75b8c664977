package main

// profiles say how much each faculty (in the order of plan/faculties.csv: FAST FB FCE FENG FHSS FH SD SHTM)
// has to do with a part of the world.
var profiles = map[string][]int{
	"europe":         {8, 26, 12, 16, 6, 8, 14, 10},
	"north-america":  {7, 28, 10, 22, 9, 9, 6, 9},
	"oceania":        {5, 22, 14, 12, 18, 8, 6, 15},
	"east-asia":      {10, 18, 8, 16, 6, 22, 12, 8},
	"southeast-asia": {8, 24, 12, 18, 8, 8, 8, 14},
	"mainland":       {9, 17, 16, 20, 14, 10, 7, 7},
	"other":          {10, 20, 15, 25, 8, 10, 5, 7},
}

// affinity is a partner's weight for each faculty: the profile of its part of the world, and two faculties it knows best.
func (n *network) affinity(d dice, profile string) []int {
	base := profiles[profile]
	out := make([]int, len(base))
	copy(out, base)
	for range 2 {
		out[d.weighted(base)] += 90
	}
	return out
}

// isced is the field code under which a partner and a faculty usually work together.
func (n *network) isced(a *partner, f int) string {
	codes := n.plan.faculties[f].isced
	turn := 0
	if a != nil {
		turn = int(a.code[len(a.code)-1] - '0')
	}
	return codes[turn%len(codes)]
}

// best is the faculty a partner has most to do with.
func (a *partner) best() int {
	at := 0
	for i, w := range a.affinity {
		if w > a.affinity[at] {
			at = i
		}
	}
	return at
}
