package ingest

import (
	"cmp"
	"slices"
)

// Disclosure is how small numbers of people are kept back where nobody asks for another rule.
type Disclosure struct {
	Screen string `yaml:"screen,omitempty" json:"screen,omitempty"` // on pages; off when absent
	Files  string `yaml:"files,omitempty" json:"files,omitempty"`   // in pictures and tables that leave the house; hesa when absent
}

// disclosureModes are the rules there are, the least strict first.
func disclosureModes() []string { return []string{"off", "hesa", "threshold"} }

// completeDisclosure fills in the rules that are absent and refuses those there are not.
func (in *importer) completeDisclosure(d *Disclosure) {
	d.Screen, d.Files = cmp.Or(d.Screen, "off"), cmp.Or(d.Files, "hesa")
	for _, key := range [][2]string{{"disclosure.screen", d.Screen}, {"disclosure.files", d.Files}} {
		if !slices.Contains(disclosureModes(), key[1]) {
			in.yamlError(key[0], key[1], quote(key[1])+" is no rule for small numbers of people", "write one of "+list(disclosureModes()))
		}
	}
}
