package match

import (
	"fmt"
	"strings"
	"sync"
)

// How a text was understood.
const (
	ByCode     = "code"     // ISO 3166-1 alpha-2
	ByAlpha3   = "alpha3"   // ISO 3166-1 alpha-3
	ByName     = "name"     // a name of the table, in one of its languages
	ByAlias    = "alias"    // another spelling or a code that others use, as UK
	ByDecision = "decision" // somebody decided it
)

// Unstated is the code for people whose place is other or not stated.
const Unstated = "ZZ"

// Resolution is what a text means for certain.
type Resolution struct {
	Code  string  // the place; empty only where a decision says that the text means none
	How   string  // ByCode, ByAlpha3, ByName, ByAlias or ByDecision
	Score float64 // 1: only certain matches are resolutions
}

// cacheSize bounds the texts remembered, so that a column that is no place column cannot fill the memory.
const cacheSize = 1 << 16

// Places resolves codes and names of places. It may be used by several goroutines at once.
type Places struct {
	codes    map[string]Resolution // as written in capitals
	folded   map[string]Resolution // names and aliases
	named    map[string]string     // English name by code
	keys     []key                 // what Nearest compares with
	unsure   map[string]unsure     // folded names that are refused, with the reason
	unplaced []string              // folded words for “other or not stated”, which are not taken for it unasked
	decided  map[string]Resolution // by the text as written

	mu    sync.RWMutex
	cache map[string]cached
}

type key struct{ text, code, name string }

type cached struct {
	Resolution
	ok bool
}

// NewPlaces prepares the lookups. It is an error when two places share a spelling.
func NewPlaces(places []Place) (*Places, error) {
	p := &Places{codes: map[string]Resolution{}, folded: map[string]Resolution{}, named: map[string]string{},
		decided: map[string]Resolution{}, cache: map[string]cached{}}
	for _, place := range places {
		if len(place.Names) == 0 {
			return nil, fmt.Errorf("the place %s has no name", place.Code)
		}
		if err := p.add(place); err != nil {
			return nil, err
		}
	}
	for _, code := range foreignCodes {
		if _, there := p.named[code.place]; there {
			p.codes[code.written] = Resolution{code.place, ByAlias, 1}
		}
	}
	var err error
	p.unsure, err = readUnsure()
	return p, err
}

func (p *Places) add(place Place) error {
	p.named[place.Code] = place.Names[0]
	p.codes[place.Code] = Resolution{place.Code, ByCode, 1}
	if place.Alpha3 != "" {
		p.codes[place.Alpha3] = Resolution{place.Code, ByAlpha3, 1}
	}
	for _, name := range place.Names {
		if err := p.addName(name, Resolution{place.Code, ByName, 1}); err != nil {
			return err
		}
	}
	if place.Code == Unstated {
		for _, name := range place.Aliases {
			p.unplaced = append(p.unplaced, fold(name))
		}
		return nil
	}
	for _, name := range place.Aliases {
		if err := p.addName(name, Resolution{place.Code, ByAlias, 1}); err != nil {
			return err
		}
	}
	return nil
}

func (p *Places) addName(name string, meaning Resolution) error {
	text := fold(name)
	if text == "" {
		return fmt.Errorf("the place %s has a name without letters: %q", meaning.Code, name)
	}
	old, there := p.folded[text]
	if there && old.Code != meaning.Code {
		return fmt.Errorf("%q is a name of both %s and %s", name, old.Code, meaning.Code)
	}
	if there {
		return nil
	}
	p.folded[text] = meaning
	p.keys = append(p.keys, key{text, meaning.Code, name})
	return nil
}

// Resolve says which place a cell means: a code, a name in one of the languages or another spelling, whatever its
// case, accents and punctuation. False for what is not certain: see Refused.
func (p *Places) Resolve(text string) (Resolution, bool) {
	if meaning, ok := p.decided[text]; ok {
		return meaning, true
	}
	if meaning, ok := p.codes[text]; ok {
		return meaning, true
	}
	p.mu.RLock()
	known, ok := p.cache[text]
	p.mu.RUnlock()
	if ok {
		return known.Resolution, known.ok
	}
	meaning, ok := p.resolve(text)
	p.mu.Lock()
	if len(p.cache) < cacheSize && len(text) <= nameLength {
		p.cache[strings.Clone(text)] = cached{meaning, ok}
	}
	p.mu.Unlock()
	return meaning, ok
}

// Name is the English name of a place, empty for an unknown code.
func (p *Places) Name(code string) string { return p.named[code] }

func (p *Places) resolve(text string) (Resolution, bool) {
	text = tidy(text)
	if meaning, ok := p.decided[text]; ok {
		return meaning, true
	}
	if meaning, ok := p.code(text); ok {
		return meaning, true
	}
	whole := fold(text)
	if _, refused := p.unsure[whole]; refused {
		return Resolution{}, false
	}
	if meaning, ok := p.folded[whole]; ok {
		return meaning, true
	}
	if meaning, ok := p.folded[fold(turned(text))]; ok {
		return meaning, true
	}
	return p.paired(text)
}

// paired reads “AT - Austria”, a code and a name that agree.
func (p *Places) paired(text string) (Resolution, bool) {
	code, name, ok := strings.Cut(text, " ")
	if !ok {
		return Resolution{}, false
	}
	first, known := p.code(strings.TrimRight(code, "-–—:"))
	second, named := p.folded[fold(name)]
	return second, known && named && first.Code == second.Code
}

// code takes small letters too, except for “na”, which more often means “not available” than Namibia.
func (p *Places) code(text string) (Resolution, bool) {
	upper := strings.ToUpper(lower(text))
	if upper == "NA" && text != "NA" && text != "ＮＡ" {
		return Resolution{}, false
	}
	meaning, ok := p.codes[upper]
	return meaning, ok
}

// tidy trims a cell and makes every stretch of white space, NBSP too, one space.
func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }

// turned reads “Korea, Republic of” and “Korea (Republic of)” as “Republic of Korea”.
func turned(text string) string {
	text = lower(text)
	if before, after, ok := strings.Cut(text, ","); ok {
		return after + " " + before
	}
	before, after, ok := strings.Cut(text, "(")
	if inside, rest, closed := strings.Cut(after, ")"); ok && closed && strings.TrimSpace(rest) == "" {
		return inside + " " + before
	}
	return ""
}
