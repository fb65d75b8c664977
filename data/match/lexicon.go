package match

import (
	_ "embed" // words.csv and cities.csv
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed words.csv
var wordsCSV string

//go:embed cities.csv
var citiesCSV string

// class says how much a word of an institution's name tells.
type class int

const (
	proper class = iota // a name: Vienna, Jagiellonian
	field               // what is taught: technology, music
	sort                // what it is: university, school
)

// term is a word of a name in the form in which names in two languages have it in common.
type term struct {
	text  string
	class class
}

// lexicon translates the words of institutions' names.
type lexicon struct {
	phrases map[string][]term // by one to longest words, folded
	longest int
}

// sorts are the meanings that say what an institution is; universities have many names for it.
var sorts = map[string]bool{"university": true, "college": true, "institute": true, "school": true, "academy": true, "polytechnic": true,
	"state": true, "private": true}

// words gives the lexicon, read once.
var words = sync.OnceValues(func() (*lexicon, error) {
	l := &lexicon{phrases: map[string][]term{}}
	if err := l.read(wordsCSV, func(meaning string) class {
		if sorts[meaning] {
			return sort
		}
		return field
	}); err != nil {
		return nil, err
	}
	return l, l.read(citiesCSV, func(string) class { return proper })
})

func (l *lexicon) read(table string, classOf func(meaning string) class) error {
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		return fmt.Errorf("read the words of institutions' names: %w", err)
	}
	for _, row := range rows[1:] {
		meanings := []term{}
		for _, meaning := range strings.Fields(strings.ReplaceAll(row[0], "-", " ")) {
			meanings = append(meanings, term{meaning, classOf(meaning)})
		}
		for _, spelling := range strings.Split(row[1], "|") {
			list := split(spelling)
			key := strings.Join(list, " ")
			if key == "" { // “the” is no word of a folded name
				continue
			}
			if old, twice := l.phrases[key]; twice && !slices.Equal(old, meanings) {
				return fmt.Errorf("%q stands twice among the words of institutions' names", spelling)
			}
			l.phrases[key] = meanings
			l.longest = max(l.longest, len(list))
		}
	}
	return nil
}

// isElision are articles that lean on the next word: d'Artois, l'Aquila.
var isElision = regexp.MustCompile(`(?i)\b(d|l|s|n|qu|dell|all|nell|sull|dall)['’´]`)

// plainVowels writes ä, ö and ü as those who write ae, oe and ue for them must be understood.
var plainVowels = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// split is a name's words, folded.
func split(name string) []string {
	name = isElision.ReplaceAllString(name, "$1 ")
	return strings.Fields(plainVowels.Replace(fold(spaced(name))))
}

// spaced parts what Chinese writes together: a name and the kind of institution.
func spaced(name string) string {
	if strings.IndexFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) < 0 {
		return name
	}
	return hanWords.Replace(name)
}

var hanWords = strings.NewReplacer("大學", ", university ", "大学", ", university ", "學院", ", college ", "学院", ", college ",
	"科技", ", technology ", "理工", ", technology ", "工業", ", technology ", "工业", ", technology ", "師範", ", education ", "师范", ", education ",
	"醫科", ", medical ", "医科", ", medical ", "農業", ", agriculture ", "农业", ", agriculture ", "財經", ", economics ", "财经", ", economics ")

// isNumeral matches what tells universities of one city apart. Alone, “i” and “v” are words of other languages.
var isNumeral = regexp.MustCompile(`^(?:\d+|x{0,2}(?:ix|iv|v?i{1,3}|v|x))$`)

// terms translates a name. The longest phrase that is known counts: “fine arts” before “arts”.
func (l *lexicon) terms(name string) []term {
	list := split(name)
	var terms []term
	seen := map[string]bool{}
	add := func(t term) {
		if !seen[t.text] {
			seen[t.text] = true
			terms = append(terms, t)
		}
	}
	for i := 0; i < len(list); {
		meaning, n := l.longestAt(list[i:])
		if isNumeral.MatchString(list[i]) && (n == 0 || i == len(list)-1 && i > 0) {
			add(term{list[i], field}) // Paris IV is not Paris I
			i++
			continue
		}
		if n == 0 {
			add(term{list[i], proper})
			i++
			continue
		}
		for _, t := range meaning {
			add(t)
		}
		i += n
	}
	return terms
}

func (l *lexicon) longestAt(list []string) ([]term, int) {
	for n := min(l.longest, len(list)); n > 0; n-- {
		if meaning, ok := l.phrases[strings.Join(list[:n], " ")]; ok {
			return meaning, n
		}
	}
	return nil, 0
}
