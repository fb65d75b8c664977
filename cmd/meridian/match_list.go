package main

import (
	"fmt"
	"io"
	"strings"

	"meridian/data/ingest"
	"meridian/data/match"
)

// onScreen bounds each list on the terminal; --write has them all.
const onScreen = 50

// listing is what match prints.
type listing struct{ ingest.Matches }

func (l listing) print(w io.Writer) error {
	var text strings.Builder
	l.places(&text)
	l.institutions(&text)
	_, err := io.WriteString(w, text.String())
	return err
}

func (l listing) places(text *strings.Builder) {
	if len(l.Places) == 0 {
		text.WriteString("Places: all are understood.\n")
		return
	}
	fmt.Fprintf(text, "Places: not understood for certain: %d.\n", len(l.Places))
	for i, place := range l.Places {
		if i == onScreen {
			fmt.Fprintf(text, "  and %d more\n", len(l.Places)-onScreen)
			break
		}
		fmt.Fprintf(text, "  “%s” (%d in the data) %s\n", shown(place.Value), place.Count, place.Why)
		candidates(text, place.Candidates)
	}
}

func (l listing) institutions(text *strings.Builder) {
	found := l.Institutions
	if found.Matched+found.Unmatched == 0 {
		text.WriteString("Institutions: none was compared. Give a ROR extract with --ror FILE.csv, or as the data set's table ror, and institutions.\n")
		return
	}
	fmt.Fprintf(text, "Institutions: matched %d, of them %d by web domain or by name and place; not matched %d.\n",
		found.Matched, len(found.Links), found.Unmatched)
	shownSoFar := 0
	for _, institution := range found.List {
		if len(institution.Candidates) == 0 {
			continue
		}
		if shownSoFar++; shownSoFar > onScreen {
			break
		}
		fmt.Fprintf(text, "  %s  %s, %s: %s\n", shown(institution.Institution), shown(institution.Name), institution.Place, institution.Why)
		candidates(text, institution.Candidates)
	}
	if more := found.Unmatched - min(shownSoFar, onScreen); more > 0 {
		fmt.Fprintf(text, "  and %d more, of which those that are like any record are put into decisions.csv by --write\n", more)
	}
}

func candidates(text *strings.Builder, list []match.Candidate) {
	for _, candidate := range list {
		fmt.Fprintf(text, "      %.2f  %s  %s (%s)\n", candidate.Score, candidate.Target, shown(candidate.Name), candidate.Reason)
	}
}

// shown is a text of a file as a terminal may have it.
func shown(text string) string { return strings.Map(printable, text) }

func printable(r rune) rune {
	if r < ' ' || r == 0x7f || '\u0080' <= r && r <= '\u009f' || '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' {
		return '\ufffd'
	}
	return r
}
