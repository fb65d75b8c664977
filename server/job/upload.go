package job

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"meridian/data/fault"
	"meridian/data/ingest"
	"meridian/data/match"
	"meridian/data/read"
	"meridian/data/store"
)

// Limits of one upload.
const (
	MaxFiles    = 64
	longestName = 120 // characters
)

// largestText bounds the settings and the decisions, in bytes.
const largestText = 1 << 20

// Upload is files on their way to an import. It ends with Submit or Abandon.
type Upload struct {
	queue *Queue
	id    string
	path  string
	names []string
	bytes int64
	due   int64 // bytes that were announced and have not arrived

	unseen int64 // bytes since the last look at the disk
}

// Receive begins an upload of so many bytes, or 0 where that is not known. It is refused as busy while too many imports
// wait or too many uploads arrive, and for want of space where the disk cannot hold it beside the others.
func (q *Queue) Receive(bytes int64) (*Upload, error) {
	bytes = max(0, bytes)
	if err := q.enter(bytes); err != nil {
		return nil, err
	}
	u := &Upload{queue: q, id: rand.Text(), due: bytes} // 130 bits: not to be guessed
	u.path = filepath.Join(q.folder.path, u.id)
	if err := os.Mkdir(u.path, 0o700); err != nil {
		q.leave(bytes)
		return nil, storage("an upload", err)
	}
	return u, nil
}

// Abandon removes what has arrived.
func (u *Upload) Abandon() error {
	defer u.queue.leave(u.due) // what has arrived is gone by then
	return os.RemoveAll(u.path)
}

// Add stores one file under the name it was sent with. A name that is not plain, is taken or is of a kind that is not
// read is refused by name.
func (u *Upload) Add(sent string, content io.Reader) error {
	if len(u.names) == MaxFiles {
		return &fault.Error{Code: fault.TooLarge, Field: "files", Message: fmt.Sprintf("an import takes %d files at most", MaxFiles)}
	}
	name, err := plainName(sent)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(u.names, func(other string) bool { return strings.EqualFold(other, name) }) {
		return fault.Refuse("files", "%s is sent twice; give each file a name of its own", name)
	}
	n, err := write(filepath.Join(u.path, name), watched{u, content})
	if err != nil {
		return storage(name, err)
	}
	u.names, u.bytes = append(u.names, name), u.bytes+n
	return nil
}

// Empty tells that no table has arrived.
func (u *Upload) Empty() bool {
	return !slices.ContainsFunc(u.names, func(name string) bool { return name != ingest.DatasetFile && name != match.DecisionsFile })
}

// write makes a new file and counts its bytes.
func write(path string, content io.Reader) (int64, error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(file, content)
	if err := errors.Join(err, file.Close()); err != nil {
		return n, err
	}
	return n, nil
}

// storage tells a full disk apart from other faults.
func storage(name string, err error) error {
	if store.DiskFull(err) {
		return &fault.Error{Code: fault.NoSpace, Field: "files", Err: err,
			Message: "the server's disk is full; make room there or send less"}
	}
	return fmt.Errorf("store %s: %w", name, err)
}

// plainName is the name a file is stored under: the last part of the one it was sent with. What could lead out of a
// folder, hide a file or be mistaken for another is refused.
func plainName(sent string) (string, error) {
	refuse := func(reason string) (string, error) {
		return "", fault.Refuse("files", "the file name %q %s", clipped(sent), reason)
	}
	if !utf8.ValidString(sent) || strings.ContainsFunc(sent, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }) {
		return refuse("holds characters that are not shown; rename the file")
	}
	if strings.ContainsAny(sent, `\:`) || strings.HasPrefix(sent, "/") {
		return refuse("is a path of one machine; send the name alone")
	}
	if sent != "" && !fs.ValidPath(sent) {
		return refuse("leads elsewhere; send the name alone")
	}
	name := strings.TrimSpace(sent[strings.LastIndexByte(sent, '/')+1:])
	switch {
	case name == "":
		return refuse("is empty; every file needs one")
	case strings.HasPrefix(name, "."):
		return refuse("begins with a dot: hidden files are not taken; leave it out")
	case utf8.RuneCountInString(name) > longestName:
		return refuse(fmt.Sprintf("is longer than %d characters; rename the file", longestName))
	case name == ingest.DatasetFile || read.Supported(name):
		return name, nil
	case strings.EqualFold(filepath.Ext(name), ".zip"):
		return refuse("is an archive, which is not opened here; unpack it and send the files in it")
	case strings.EqualFold(filepath.Ext(name), ".xls") || strings.EqualFold(filepath.Ext(name), ".ods"):
		return refuse("is of a kind of workbook that is not read; save it as .xlsx and send that")
	}
	return refuse("is of a kind that is not read; send .csv, .tsv, .txt, .xlsx or .parquet, and dataset.yaml if there is one")
}

func clipped(text string) string {
	if runes := []rune(text); len(runes) > longestName {
		return string(runes[:longestName]) + "…"
	}
	return text
}
