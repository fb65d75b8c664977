package finding_test

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// A world is a small made-up data set, kept as plain rows beside the files it is imported from: what is said of it is
// worked out again from these rows, without the database.
type world struct {
	home       string
	asOf       time.Time
	first      int // the year the first academic year begins in
	years      int
	partners   []partner
	moves      []move
	projects   []project
	agreements []agreement
	flows      []pairing
	works      []pairing
	members    []member
	targets    []target
	aidCap     int
	provinces  []string // of the university's own establishments
	shock      int      // the year in which far fewer moved; −1 where there is none
}

type (
	partner struct {
		id, name, place, province string
		silent                    bool // nothing is known of it but of the first two years, and agreements
	}
	move struct {
		year                    int
		direction, kind         string
		partner, place, faculty string
		level, field            string
		people                  int
		aid, cost               int
		aided                   int
		stated                  bool // whether aid is stated
	}
	project   struct{ kind, partner, faculty, start string }
	agreement struct {
		partner, kind, start, end string
		inEffect                  string // true, false or not said
		places                    int    // for students sent, a year; 0 where none are agreed
	}
	pairing struct {
		year     int
		from, to string
		n        int
	}
	member struct{ alliance, partner string }
	target struct {
		metric string
		year   int
		value  int
	}
)

// regionOf are the places a world is made of.
var regionOf = map[string]string{
	"CN": "mainland", "TW": "east-asia", "JP": "east-asia", "GB": "europe", "DE": "europe", "FR": "europe", "US": "north-america",
	"AU": "oceania", "KE": "africa", "BR": "latin-america", "HK": "east-asia", "PT": "europe",
	"NL": "europe", "SE": "europe", "MX": "latin-america", "AR": "latin-america", "NG": "africa", "TH": "southeast-asia", "VN": "southeast-asia", "MY": "southeast-asia",
	"IT": "europe", "ES": "europe", "KR": "east-asia", "IN": "south-central-asia", "ZA": "africa", "CA": "north-america",
}

var places = []string{"CN", "TW", "JP", "GB", "DE", "FR", "US", "AU", "KE", "BR", "IT", "ES", "KR", "IN", "ZA", "CA", "NL", "SE", "MX", "AR", "NG", "TH", "VN", "MY"}

var provinces = []string{"CN-BJ", "CN-SH", "CN-GD", "CN-JS", "CN-ZJ", "CN-SC", "CN-HB", "CN-HN"}

var projectTypes = []string{"student-exchange", "staff-training", "joint-research", "academic-programme", "conference", "consultancy", "student-placement"}

func partnerName(i int) string { return fmt.Sprintf("Partner %c%c", 'A'+i/5, 'K'+i%5) }

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// invent makes a world that is the same for the same seed.
func invent(seed uint64) *world {
	r := rand.New(rand.NewPCG(seed, 4))
	w := &world{home: pick(r, []string{"HK", "HK", "PT"}), first: 2008 + r.IntN(3), years: 2 + r.IntN(7), aidCap: 30 + 10*r.IntN(4), shock: -1}
	wide := seed%3 == 1 // a third of the worlds are large enough for what is only said of many
	partners, reach := 4+r.IntN(16), 3+r.IntN(8)
	if wide {
		partners, reach, w.years, w.shock = 70, len(places), 8, 4
	}
	end := time.Date(w.first+w.years, time.August, 31, 0, 0, 0, 0, time.UTC)
	w.asOf = end.AddDate(0, 0, pick(r, []int{0, 40, 400, -1, -150}))
	for i := range partners {
		p := partner{id: fmt.Sprintf("p%02d", i), name: partnerName(i), place: pick(r, places[:reach])}
		if wide && i < 26 {
			p.place = "CN"
		}
		if p.place == "CN" {
			p.province = pick(r, provinces)
		}
		p.silent = wide && i%5 == 4
		w.partners = append(w.partners, p)
	}
	w.inventMoves(r)
	w.inventWork(r, map[bool]int{true: 500, false: 70}[wide])
	w.inventNetwork(r)
	w.inventMore(r, wide)
	return w
}

func (w *world) inventMoves(r *rand.Rand) {
	scale := pick(r, []int{2, 8, 40})
	if w.shock >= 0 {
		scale = 40
	}
	for _, p := range w.partners {
		out, in := 1+r.IntN(scale), 1+r.IntN(scale)
		from, to := r.IntN(w.years), r.IntN(w.years)
		if w.shock >= 0 && p.place == "CN" {
			if out, in = 1, 1; p.id == "p00" {
				out, in = 40, 90
			}
		}
		for y := range w.years {
			if p.silent && y > 1 || r.IntN(5) == 0 || y < min(from, to) && r.IntN(2) == 0 {
				continue
			}
			w.moves = append(w.moves,
				w.moved(r, p, y, "outbound", out+r.IntN(1+out/2)), w.moved(r, p, y, "inbound", in+r.IntN(1+in)))
		}
	}
	for y := range w.years {
		if r.IntN(3) == 0 {
			w.moves = append(w.moves, move{year: w.first + y, direction: "inbound", kind: "student-studies", place: pick(r, []string{"ZZ", "GB"}), faculty: "ENG", people: r.IntN(9)})
		}
	}
	for y := range w.years {
		for _, metric := range []string{"exchange_out_overseas", "exchange_in_overseas", "exchange_out_mainland_taiwan"} {
			if r.IntN(3) == 0 {
				w.targets = append(w.targets, target{metric, w.first + y, 1 + r.IntN(40*scale)})
			}
		}
	}
}

func (w *world) inventWork(r *rand.Rand, projects int) {
	n := r.IntN(projects)
	if w.shock >= 0 {
		n = projects
	}
	for range n {
		start := ""
		if r.IntN(10) > 0 {
			start = fmt.Sprintf("%d-%02d-01", w.first+r.IntN(w.years), 1+r.IntN(12))
		}
		with := pick(r, w.partners)
		if w.shock >= 0 && r.IntN(3) == 0 {
			with = w.partners[0]
		}
		if with.silent {
			continue
		}
		w.projects = append(w.projects, project{pick(r, projectTypes), with.id, pick(r, []string{"ENG", "ART", ""}), start})
	}
	for range r.IntN(25) {
		a := agreement{partner: pick(r, w.partners[:min(20, len(w.partners))]).id, kind: pick(r, []string{"mou", "exchange", ""}), inEffect: pick(r, []string{"true", "true", "false", ""})}
		if r.IntN(5) > 0 {
			a.start = w.asOf.AddDate(-1-r.IntN(5), 0, r.IntN(90)).Format(time.DateOnly)
		}
		if r.IntN(5) > 0 {
			a.end = w.asOf.AddDate(0, 0, pick(r, []int{-400, -1, 0, 1, 45, 90, 91, 180, 181, 365, 366, 900})).Format(time.DateOnly)
		}
		if a.start == "" || a.end == "" || a.end >= a.start {
			w.agreements = append(w.agreements, a)
		}
	}
}

func (w *world) inventNetwork(r *rand.Rand) {
	some := places[:2+r.IntN(9)]
	known := map[pairing]bool{}
	for range r.IntN(80) {
		one := pairing{w.first + r.IntN(w.years), pick(r, some), pick(r, some), 0}
		if known[one] || one.from == one.to {
			continue
		}
		known[one] = true
		one.n = 1 + r.IntN(200)
		if w.flows = append(w.flows, one); one.from < one.to {
			w.works = append(w.works, one)
		}
	}
	for _, alliance := range []string{"one", "two"}[:r.IntN(3)] {
		for _, p := range w.partners {
			if r.IntN(3) == 0 {
				w.members = append(w.members, member{alliance, p.id})
			}
		}
	}
}
