package job

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"meridian/data/ingest"
	"meridian/data/match"
)

// look finds out what the files are, and gives the settings to read them with.
func (q *Queue) look(ctx context.Context, files fs.FS, r *run) ([]byte, error) {
	settings, err := given(files, r.request.Settings, ingest.DatasetFile)
	if err != nil {
		return nil, err
	}
	decisions, err := given(files, r.request.Decisions, match.DecisionsFile)
	if err != nil {
		return nil, err
	}
	r.tell(func(i *Import) { i.Decisions, i.DatasetYAML = decided(decisions), string(settings) })
	said, problem := ingest.ParseSettings(settings)
	if problem != nil {
		return settings, nil // the import tells what is wrong with them
	}
	proposal, err := q.options.Look(ctx, ingest.Source{Dataset: files, Geo: q.options.Geo, Settings: settings})
	if err != nil {
		return nil, err
	}
	text := proposal.YAML
	if sameSettings(&said, &proposal.Dataset) && !json.Valid(settings) {
		text = string(settings) // with the comments of whoever wrote it
	}
	r.tell(func(i *Import) {
		i.Dataset, i.DatasetYAML, i.Guessed = &proposal.Dataset, text, len(settings) == 0
		i.Guesses, i.Needs, i.Files = proposal.Guesses, proposal.Needs, shortened(proposal.Files)
	})
	return []byte(text), nil
}

// given is what was said, or else what a file of that name says; nil when neither says anything.
func given(files fs.FS, said []byte, name string) ([]byte, error) {
	if said != nil {
		return said, nil
	}
	file, err := files.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, largestText))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return text, nil
}

// decided are the decisions of a table; the import tells what is wrong with it.
func decided(text []byte) []match.Decision {
	decisions, _, err := match.ReadDecisions(bytes.NewReader(text))
	if err != nil {
		return []match.Decision{}
	}
	return append([]match.Decision{}, decisions.Rows()...)
}
