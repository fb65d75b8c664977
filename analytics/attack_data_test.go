package analytics

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/data/store"
)

// The dimensions an attacker knows: years, partners (which a place and a region stand for), faculties and directions.
const (
	ofYear = iota
	ofPartner
	ofFaculty
	ofDirection
	ofAll
)

// who names people by what they have in common: of each dimension, the set of members, a bit each.
type who [ofAll]uint

var (
	attackYears      = []string{"2013/2014", "2014/2015", "2015/2016", "2016/2017", "2017/2018"}
	attackFaculties  = []string{"LET", "ENG", "MED"}
	attackDirections = []string{"outbound", "inbound"}
	attackPartners   = []struct{ id, place, region string }{
		{"a1", "GB", "europe"}, {"a2", "DE", "europe"}, {"a3", "FR", "europe"}, {"a4", "MT", "europe"}, {"a5", "GB", "europe"},
		{"a6", "US", "north-america"}, {"a7", "CA", "north-america"}, {"a8", "CN", "mainland"}, {"a9", "TW", "east-asia"}, {"b1", "JP", "east-asia"},
	}
	everyone = who{1<<5 - 1, 1<<10 - 1, 1<<3 - 1, 1<<2 - 1}
)

// secret is how many people there are in truth, by year, partner, faculty and direction.
type secret [5][10][3][2]int

// attacked is a data set most of whose cells are of one to four people.
func attacked(t *testing.T) (*Network, *secret) {
	t.Helper()
	random := rand.New(rand.NewPCG(7, 11)) //nolint:gosec // the same cells every time
	counts := &secret{}
	rows := []string{"academic_year_id,direction,institution_id,kind,faculty,participants"}
	for y, year := range attackYears {
		for p, partner := range attackPartners {
			for f, faculty := range attackFaculties {
				for d, direction := range attackDirections {
					if n := []int{0, 0, 1, 2, 3, 4, 1, 2, 3, 9, 31}[random.IntN(11)]; n > 0 {
						counts[y][p][f][d] = n
						rows = append(rows, fmt.Sprintf("%s,%s,%s,student-studies,%s,%d", year, direction, partner.id, faculty, n))
					}
				}
			}
		}
	}
	institutions := []string{"institution_id,name,country_code,city,lat,lng,kind", "home,Home University,HK,Hong Kong,22.3,114.2,university"}
	for i, p := range attackPartners {
		institutions = append(institutions, fmt.Sprintf("%s,University %d,%s,,,,university", p.id, i, p.place))
	}
	files := fstest.MapFS{}
	for name, lines := range map[string][]string{
		"mobility.csv": rows, "institutions.csv": institutions, "targets.csv": attackTargets(),
		"faculties.csv": {"faculty_id,name", "LET,Letters", "ENG,Engineering", "MED,Medicine"},
		"dataset.yaml":  {"id: secret", "name: Home University", "home_place: HK", "home_institution: home", "as_of: 2018-08-31"},
	} {
		files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n")}
	}
	snapshot, _, err := store.Load(t.Context(), store.Source{Dataset: files, Geo: geo()})
	if err != nil {
		t.Fatal(err)
	}
	n, err := New(t.Context(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = n.Close() })
	return n, counts
}

// truth is how many they are.
func (s *secret) truth(w who) (n int) {
	for _, y := range members(w[ofYear]) {
		for _, p := range members(w[ofPartner]) {
			for _, f := range members(w[ofFaculty]) {
				for _, d := range members(w[ofDirection]) {
					n += s[y][p][f][d]
				}
			}
		}
	}
	return n
}

func members(set uint) []int {
	var list []int
	for set != 0 {
		list = append(list, bits.TrailingZeros(set))
		set &= set - 1
	}
	return list
}
