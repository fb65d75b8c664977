// Package job carries imports out: uploaded files are looked at, read, checked and built into a draft, which is put in
// place when that is asked for. One import is built at a time; others wait in line. Everything an import keeps is
// bounded, and gone after a while.
package job

import (
	"time"

	"meridian/data/guess"
	"meridian/data/ingest"
	"meridian/data/match"
)

// State says where an import stands.
type State string

// An import begins Reading, also while it waits in line. Ready, Refused, Failed, Committed and Cancelled are ends.
const (
	Reading   State = "reading"
	Building  State = "building"  // every row was read; cubes are made
	Ready     State = "ready"     // a draft that is fit to be put in place
	Refused   State = "refused"   // the data has errors, which the report tells
	Failed    State = "failed"    // Error tells why
	Committed State = "committed" // the data is what everybody sees
	Cancelled State = "cancelled"
)

// Import is what is told of an import.
type Import struct {
	ID          string           `json:"id"`
	State       State            `json:"state"`
	Commit      bool             `json:"commit"` // put in place when nothing is wrong
	CreatedAt   time.Time        `json:"created_at"`
	Progress    Progress         `json:"progress"`
	Dataset     *ingest.Dataset  `json:"dataset"`      // what dataset.yaml says; absent until the files were looked at
	DatasetYAML string           `json:"dataset_yaml"` // the same, as the file to keep
	Guessed     bool             `json:"guessed"`      // nobody said how the files are to be read
	Guesses     []guess.Guess    `json:"guesses"`
	Needs       []guess.Need     `json:"needs"`
	Files       []guess.FileLook `json:"files"`
	Report      *ingest.Report   `json:"report"` // absent until every row was read
	Matches     *Matches         `json:"matches"`
	Decisions   []match.Decision `json:"decisions"`
	Version     string           `json:"version"` // of the snapshot that was built
	Error       *Failure         `json:"error"`

	Changes Comparison `json:"-"` // against the version that was current
}

// Progress is how far the reading is.
type Progress struct {
	File       string `json:"file"`
	Rows       int64  `json:"rows"` // of that file
	Bytes      int64  `json:"bytes"`
	TotalBytes int64  `json:"total_bytes"`
}

// Failure says why an import failed.
type Failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	ID      string `json:"id"` // the same id stands in the log
}
