package job

import (
	"context"
	"io/fs"

	"meridian/data/ingest"
)

// Proposal is how files are to be read.
type Proposal struct {
	Dataset ingest.Dataset
	YAML    []byte // the same, as the file to keep
	Guesses []Guess
	Needs   []Need
	Files   []File
}

// Guess is something that nobody said and that was found out.
type Guess struct {
	File      string  `json:"file"`
	Sheet     string  `json:"sheet,omitempty"`
	Column    string  `json:"column,omitempty"`
	Says      string  `json:"says"`
	Certainty float64 `json:"certainty"` // from 0 to 1
}

// Need is something that only a person can say.
type Need struct {
	Key  string `json:"key"` // of dataset.yaml
	Says string `json:"says"`
}

// AsSaid takes the settings as they are. Settings that cannot be read are passed on: the import says what is wrong.
func AsSaid(ctx context.Context, files fs.FS, settings []byte) (*Proposal, error) {
	set, _ := ingest.ParseSettings(settings)
	described, err := describe(ctx, files, set)
	if err != nil {
		return nil, err
	}
	p := &Proposal{Dataset: set, YAML: settings, Guesses: []Guess{}, Needs: []Need{}, Files: described}
	for _, key := range []struct{ name, value, says string }{{"id", set.ID, "a short name for the data set"}, {"name", set.Name, "whose network this is"}} {
		if key.value == "" {
			p.Needs = append(p.Needs, Need{key.name, key.says})
		}
	}
	return p, nil
}
