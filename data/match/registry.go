package match

import (
	"math"
	"strings"
)

// Registry is a ROR extract made ready to be searched.
type Registry struct {
	words    *lexicon
	records  []record
	byID     map[string]int
	byDomain map[string][]int
	byWord   map[string][]int // by country and proper word
	byCity   map[string][]int // by country and word of the city
	common   map[string]int   // records by country and word
	sizes    map[string]int   // records by country
}

type record struct {
	Organisation
	variants []variant
	city     []string
	domain   string
}

// NewRegistry reads the names of an extract. Records without a well-formed id are left out.
func NewRegistry(organisations []Organisation) (*Registry, error) {
	words, err := words()
	if err != nil {
		return nil, err
	}
	r := &Registry{words: words, byID: map[string]int{}, byDomain: map[string][]int{}, byWord: map[string][]int{},
		byCity: map[string][]int{}, common: map[string]int{}, sizes: map[string]int{}}
	for _, organisation := range organisations {
		id, ok := ROR(organisation.ID)
		if _, twice := r.byID[id]; !ok || twice {
			continue
		}
		organisation.ID = id
		r.add(organisation)
	}
	return r, nil
}

// Size is the number of records.
func (r *Registry) Size() int { return len(r.records) }

func (r *Registry) add(o Organisation) {
	at := len(r.records)
	rec := record{Organisation: o, variants: r.words.variants(o.Name), city: r.cityWords(o.City), domain: domain(o.Website)}
	for _, alias := range o.Aliases {
		rec.variants = append(rec.variants, r.words.variants(alias)...)
	}
	r.records = append(r.records, rec)
	r.byID[o.ID] = at
	r.sizes[o.Country]++
	if rec.domain != "" {
		r.byDomain[rec.domain] = append(r.byDomain[rec.domain], at)
	}
	seen := map[string]bool{}
	for _, variant := range rec.variants {
		for _, t := range variant.terms {
			if t.class != sort && !seen[t.text] {
				seen[t.text] = true
				r.common[o.Country+t.text]++
				r.byWord[o.Country+block(t)] = append(r.byWord[o.Country+block(t)], at)
			}
		}
	}
	for _, acronym := range o.Acronyms {
		key := o.Country + "=" + strings.Join(split(acronym), "")
		r.byWord[key] = append(r.byWord[key], at)
	}
	for _, word := range rec.city {
		r.byCity[o.Country+word] = append(r.byCity[o.Country+word], at)
	}
}

// block is what records are looked up by: the beginning of a name, so that its cases meet, or the whole of a field.
func block(t term) string {
	runes := []rune(t.text)
	if t.class == proper && len(runes) > 4 {
		return string(runes[:4])
	}
	return t.text
}

// cityWords are the words of a city's name by which it is known in several languages.
func (r *Registry) cityWords(city string) []string {
	var list []string
	for _, t := range r.words.terms(city) {
		if t.class == proper && len([]rune(t.text)) > 2 {
			list = append(list, t.text)
		}
	}
	return list
}

// The weights of words: what an institution is tells least, a name that few have tells most.
const (
	sortWeight  = 0.3
	fieldWeight = 0.8
)

func (r *Registry) weight(t term, country string) float64 {
	switch t.class {
	case sort:
		return sortWeight
	case field:
		return fieldWeight
	}
	all, some := float64(r.sizes[country]+2), float64(r.common[country+t.text]+1)
	return 0.6 + math.Log(all/some)/math.Log(all)
}
