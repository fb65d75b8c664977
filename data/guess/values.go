package guess

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"meridian/data/ingest"
)

// values maps their words to ours, for columns that have few, and asks about those nobody knows.
func (p *proposer) values(l *look, column ingest.Column, f *field) map[string]string {
	switch column.Type {
	case ingest.Place:
		return p.placeValues(l, column, f)
	case ingest.Enum, ingest.Flag:
	default:
		return nil
	}
	known := map[string]string{}
	var strange []string
	for _, theirs := range f.values {
		ours := p.words.value(l.plan.table.Name, column.Name, theirs)
		switch {
		case slices.Contains(column.Values, theirs) || column.Type == ingest.Flag && isFlag(theirs):
		case ours != "":
			known[theirs] = ours
		default:
			strange = append(strange, theirs)
		}
	}
	if len(strange) > 0 {
		p.need(p.key(l, column.Name+".values"), "the meaning of %s: one of %s", quoted(strange), strings.Join(column.Values, ", "))
	}
	if len(known) == 0 {
		return nil
	}
	return known
}

// placeValues maps the words for “other or not stated”, and asks about what is no place that is known.
func (p *proposer) placeValues(l *look, column ingest.Column, f *field) map[string]string {
	var known map[string]string
	var strange []string
	for _, theirs := range f.values {
		if _, certain := p.places.Resolve(theirs); certain {
			continue
		}
		if p.unstated(theirs) {
			if known == nil {
				known = map[string]string{}
			}
			known[theirs] = "ZZ"
			p.guess(l, column.Name, f.name, 0.7, "“%s” is counted as other or not stated", theirs)
			continue
		}
		strange = append(strange, theirs)
	}
	if len(strange) > 0 {
		p.need(p.key(l, column.Name+".values"), "which places %s are (ZZ for other or not stated)%s", quoted(strange), p.nearest(strange))
	}
	return known
}

// nearest names the places that the first of the strange values may be.
func (p *proposer) nearest(strange []string) string {
	says := ""
	for _, value := range strange[:min(len(strange), 5)] {
		for _, candidate := range p.places.Refused(value, 1).Candidates {
			says += fmt.Sprintf("; nearest to “%s”: %s, %s", value, candidate.Target, candidate.Name)
		}
	}
	return says
}

// key is where in dataset.yaml something of a file's entry stands.
func (p *proposer) key(l *look, rest string) string {
	return fmt.Sprintf("files[%d].columns.%s", l.at, rest)
}

// quoted lists the first values.
func quoted(values []string) string {
	const most = 5
	var list []string
	for _, value := range values[:min(most, len(values))] {
		list = append(list, "“"+value+"”")
	}
	text := strings.Join(list, ", ")
	if len(values) > most {
		text += fmt.Sprintf(" and %d more", len(values)-most)
	}
	return text
}

func percent(share float64) string { return fmt.Sprintf("%d %%", int(math.Round(share*100))) }
