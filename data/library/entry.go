package library

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"meridian/data/ingest"
	"meridian/data/store"
)

// Kind says how a version came to be.
type Kind string

// The kinds of origin.
const (
	Builtin Kind = "builtin" // the data set the program carries
	Folder  Kind = "folder"  // the files of the data folder
	Upload  Kind = "upload"  // files sent to the server
)

// Origin is what a version was made from.
type Origin struct {
	Kind Kind   `json:"kind"`
	Name string `json:"name"` // for the reader: the folder's or the files' names
	// Files identifies the files a folder held; it tells later whether they have changed. Empty for other kinds.
	Files Fingerprint `json:"files,omitzero"`
}

// Dataset names the data set of a version.
type Dataset struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	NameZhHant string `json:"name_zh_hant,omitempty"`
	NameZhHans string `json:"name_zh_hans,omitempty"`
	AsOf       string `json:"as_of"`
}

// Entry is one version.
type Entry struct {
	Version   string            `json:"version"`
	Dataset   Dataset           `json:"dataset"`
	CreatedAt time.Time         `json:"created_at"`
	Origin    Origin            `json:"origin"`
	Bytes     int64             `json:"bytes"`
	Rows      []store.TableRows `json:"rows"`
	Warnings  int               `json:"warnings"`
	Schema    string            `json:"schema"`  // the shape it was built in
	Current   bool              `json:"current"` // it is what is served
	Usable    bool              `json:"usable"`  // this program reads its shape; one made by another release is listed only
}

// stored is an entry as its file holds it, without the report.
type stored struct {
	Entry
	Sum uint32 `json:"sum"` // CRC-32C of the snapshot's bytes
}

// metadata is the file beside a snapshot.
type metadata struct {
	stored
	Report json.RawMessage `json:"report"`
}

// reportBytes bounds a report that is kept; one above it keeps its counts and its first problems.
const reportBytes = 1 << 20

// problemsKept is how many problems a report above the bound keeps.
const problemsKept = 100

func (l *Library) snapshotFile(version string) string {
	return filepath.Join(l.folder(snapshotsFolder), version+".duckdb")
}

func (l *Library) metadataFile(version string) string {
	return filepath.Join(l.folder(snapshotsFolder), version+".json")
}

func encodeMetadata(s stored, report *ingest.Report) ([]byte, error) {
	text, err := encodeReport(report)
	if err != nil {
		return nil, err
	}
	if len(text) > reportBytes && len(report.Problems) > problemsKept {
		short := *report
		short.Omitted += len(short.Problems) - problemsKept
		short.Problems = short.Problems[:problemsKept]
		if text, err = encodeReport(&short); err != nil {
			return nil, err
		}
	}
	return json.MarshalIndent(metadata{s, text}, "", " ")
}

func encodeReport(report *ingest.Report) ([]byte, error) {
	var text bytes.Buffer
	err := report.JSON(&text)
	return text.Bytes(), err
}

// readMetadata reads the file of a version. An error says what is wrong with it.
func readMetadata(path, version string) (m metadata, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(text, &m); err != nil {
		return m, fmt.Errorf("it is not whole: %w", err)
	}
	if m.Version != version || m.Bytes <= 0 || m.Schema == "" {
		return m, errors.New("it does not describe this version")
	}
	return m, nil
}

// Report gives what was found when a version was imported. The error is a *fault.Error for a version that is not
// there.
func (l *Library) Report(version string) (*ingest.Report, error) {
	l.mu.RLock()
	_, there := l.entries[version]
	l.mu.RUnlock()
	if !there {
		return nil, missing(version)
	}
	m, err := readMetadata(l.metadataFile(version), version)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missing(version)
	}
	if err != nil {
		return nil, fmt.Errorf("read the report of snapshot %s: %w", version, err)
	}
	report := &ingest.Report{}
	if err := json.Unmarshal(m.Report, report); err != nil {
		return nil, fmt.Errorf("read the report of snapshot %s: %w", version, err)
	}
	return report, nil
}
