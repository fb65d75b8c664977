package finding_test

import (
	"math/rand/v2"
	"slices"
	"time"
)

// inventMore adds what only some data sets have: levels and fields of study, places agreed, establishments, and where
// the world is wide a network with a common origin.
func (w *world) inventMore(r *rand.Rand, wide bool) {
	for i := range w.moves {
		w.moves[i].level, w.moves[i].field = pick(r, []string{"bachelor", "master", ""}), pick(r, []string{"0311", "0613", "0314", ""})
	}
	for i := range w.agreements {
		if r.IntN(2) == 0 {
			w.agreements[i].places = 1 + r.IntN(9)
		}
	}
	establishments := r.IntN(4)
	if wide {
		establishments = 3
	}
	for range establishments {
		w.provinces = append(w.provinces, pick(r, provinces))
	}
	if wide {
		w.inventOrigin(r)
		for _, p := range w.partners[:20] {
			if p.silent {
				w.agreements = append(w.agreements, agreement{partner: p.id, kind: "mou", start: w.asOf.AddDate(-5, 0, 0).Format(time.DateOnly), inEffect: "true"})
			}
		}
	}
}

// inventOrigin lets people move to every place, and from one place to many of them.
func (w *world) inventOrigin(r *rand.Rand) {
	for i, to := range places {
		from := []string{"CN", "CN", "US", "GB"}[i%4]
		known := func(p pairing) bool { return p.year == w.first+1 && p.from == from && p.to == to }
		if from != to && !slices.ContainsFunc(w.flows, known) {
			w.flows = append(w.flows, pairing{w.first + 1, from, to, 900 + r.IntN(200)})
		}
	}
}

func (w *world) moved(r *rand.Rand, p partner, y int, direction string, n int) move {
	m := move{year: w.first + y, direction: direction, kind: "student-studies", partner: p.id, place: p.place, faculty: pick(r, []string{"ENG", "ART", ""}), people: n}
	if y == w.shock {
		m.people = n/6 + 1
	}
	if r.IntN(8) == 0 {
		m.kind = "staff-training"
	}
	if direction == "outbound" && r.IntN(3) > 0 {
		m.stated, m.aided = true, r.IntN(m.people+1)
		m.cost, m.aid = 1000*m.aided, 100*m.aided*(1+r.IntN(6))
	}
	return m
}
