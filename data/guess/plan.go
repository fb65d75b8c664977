package guess

import (
	"slices"

	"meridian/data/ingest"
)

// plan is how a file may fill one table.
type plan struct {
	table    ingest.Table
	assigned map[string]assignment // by our column
	score    float64
}

// assignment is one of their columns for one of ours.
type assignment struct {
	field     *field
	name      float64 // how well the name fits
	content   float64 // how well the cells fit
	certainty float64
}

// Weights of a plan.
const (
	weightRequired = 2.0
	weightMissing  = -2.0
	weightHint     = 1.0
	leastScore     = 2.0 // below it a file fits no table
	leastPair      = 0.3 // below it two columns have nothing to do with each other
)

// chooseTables finds the table of each file: the one of the settings, the one it is named after, or the likeliest.
func (p *proposer) chooseTables() {
	for _, l := range p.looks {
		if l.failed != "" {
			continue
		}
		if l.entry != nil && l.entry.Table != "" {
			if table, ok := p.table(l.entry.Table); ok {
				plan := p.planFor(table, l)
				l.plan = &plan
			}
			continue
		}
		for _, table := range p.tables {
			plan := p.planFor(table, l)
			if p.sound(&plan, l) && plan.score >= leastScore && (l.plan == nil || plan.score > l.plan.score) {
				l.plan = &plan
			}
		}
	}
	p.settleRegistry()
}

// settleRegistry makes a list of organisations by ROR id the institutions where no other file lists any: a reference
// alone would show nothing.
func (p *proposer) settleRegistry() {
	for _, l := range p.looks {
		if l.plan == nil || l.plan.table.Name != "ror" || l.entry != nil {
			continue
		}
		if table, _ := p.table("institutions"); p.lookFor("institutions") == nil {
			plan := p.planFor(table, l)
			if id, ok := l.plan.assigned["ror_id"]; ok && p.sound(&plan, l) {
				plan.assigned["institution_id"], plan.assigned["ror_id"] = id, id
				l.plan = &plan
			}
		}
	}
}

// lookFor is the file that fills a table.
func (p *proposer) lookFor(table string) *look {
	for _, l := range p.looks {
		if l.plan != nil && l.plan.table.Name == table {
			return l
		}
	}
	return nil
}

// planFor pairs the columns of a table with those of a file, the surest pairs first.
func (p *proposer) planFor(table ingest.Table, l *look) plan {
	type pair struct {
		ours ingest.Column
		assignment
	}
	var pairs []pair
	for _, ours := range table.Columns {
		words := p.words.column(table.Name, ours.Name)
		for _, field := range l.fields {
			if a := p.weigh(table.Name, ours, field, words); a.certainty >= leastPair {
				pairs = append(pairs, pair{ours, a})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		switch {
		case a.certainty > b.certainty:
			return -1
		case a.certainty < b.certainty:
			return 1
		}
		return 0
	})
	made := plan{table: table, assigned: map[string]assignment{}}
	taken := map[*field]bool{}
	for _, pair := range pairs {
		if _, done := made.assigned[pair.ours.Name]; !done && !taken[pair.field] {
			made.assigned[pair.ours.Name] = pair.assignment
			taken[pair.field] = true
		}
	}
	made.score = p.score(&made, l)
	return made
}

// weigh tells how sure it is that a field is one of our columns, by its name and by what it holds.
func (p *proposer) weigh(table string, ours ingest.Column, f *field, words []string) assignment {
	name := likeness(f.folded, words)
	a := assignment{field: f, name: name}
	if name == 0 && !tellsItself(ours) || ours.Additive() && f.personal() {
		return a
	}
	content := p.fit(table, ours, f)
	a.content = content
	switch {
	case name > 0 && content < 0.25:
		a.certainty = 0
	case name > 0:
		a.certainty = name * (0.35 + 0.65*content)
	case content < 0.9 || f.filled == 0:
	case ours.Type == ingest.ROR:
		a.certainty = 0.8
	case ours.Name == "direction", ours.Name == "academic_year_id" && f.share(isYear.MatchString) > 0.9:
		a.certainty = 0.6
	case ours.Type == ingest.Place && ours.Name == "country_code":
		a.certainty = 0.4
	case ours.Name == "institution_id" && f.share(isErasmus.MatchString) > 0.9:
		a.certainty = 0.5
	}
	return a
}

// tellsItself is true of a column that is known by what it holds, whatever its name.
func tellsItself(ours ingest.Column) bool {
	return slices.Contains([]string{"ror_id", "direction", "academic_year_id", "country_code", "institution_id"}, ours.Name)
}
