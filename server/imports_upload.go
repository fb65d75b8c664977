package server

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"meridian/data/fault"
	"meridian/server/job"
)

// Limits of an upload, beside its size and the job package's. One that brings less than paceBytes in paceTime has
// stalled; so a sender who drips bytes cannot hold a connection.
const (
	maxUpload   = int64(4) << 30 // when nothing is said
	largestText = 1 << 20
	uploadTime  = 2 * time.Hour
	paceBytes   = 16 << 10
	paceTime    = readTimeout
)

// form is what an upload's parts say beside the files.
type form struct {
	texts  map[string][]byte // dataset and decisions
	commit bool
	seen   map[string]bool
}

// receive stores an upload's files and gives what is asked of the import.
func (s *Server) receive(c *fiber.Ctx, upload *job.Upload) (job.Request, error) {
	boundary, err := formBoundary(c)
	if err != nil {
		return job.Request{}, err
	}
	body := s.arriving(c)
	f := form{texts: map[string][]byte{}, seen: map[string]bool{}}
	if err := f.read(multipart.NewReader(body, boundary), upload); err != nil {
		if body.failed != nil {
			err = body.failed
		}
		return job.Request{}, s.uploadRefusal(err)
	}
	if _, err := io.CopyN(io.Discard, body, paceBytes); err != nil && !body.ended {
		return job.Request{}, s.uploadRefusal(err) // what follows the last part is read, and there is not much of it
	}
	if upload.Empty() {
		return job.Request{}, fault.Refuse("files", "no file was sent; send at least one, each as a part named files")
	}
	if body.ended {
		c.Request().ResetBody() // settle has nothing to do
	}
	return job.Request{Settings: f.texts["dataset"], Decisions: f.texts["decisions"], Commit: f.commit}, nil
}

// formBoundary is the line between the parts of a form.
func formBoundary(c *fiber.Ctx) (string, error) {
	kind, parameters, err := mime.ParseMediaType(c.Get(fiber.HeaderContentType))
	switch {
	case err != nil || kind != fiber.MIMEMultipartForm:
		return "", wrongType("the files are sent as multipart/form-data")
	case parameters["boundary"] == "":
		return "", fault.Refuse("content-type", "the multipart form names no boundary")
	case c.Context().RequestBodyStream() == nil:
		return "", fault.Refuse("files", "the request has no body")
	}
	return parameters["boundary"], nil
}

func wrongType(says string) error {
	return &fault.Error{Code: fault.Invalid, Field: "content-type", Message: says, Err: fiber.ErrUnsupportedMediaType}
}

func (f *form) read(parts *multipart.Reader, upload *job.Upload) error {
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		if err := f.take(part, upload); err != nil {
			return err
		}
	}
}

func (f *form) take(part *multipart.Part, upload *job.Upload) error {
	name := part.FormName()
	if name == "files" {
		return upload.Add(sentName(part), whole{part})
	}
	if f.seen[name] {
		return fault.Refuse(clip(name), "%s is given twice; give it once", clip(name))
	}
	f.seen[name] = true
	switch name {
	case "dataset", "decisions":
		text, err := text(part, name)
		f.texts[name] = text
		return err
	case "commit":
		word, err := text(part, name)
		if err != nil {
			return err
		}
		switch string(word) {
		case "true", "false":
			f.commit = string(word) == "true"
			return nil
		}
		return fault.Refuse("commit", "commit=%s: give true or false", clip(string(word)))
	}
	return fault.Refuse(clip(name), "%s is no part of an import, which has files, dataset, decisions and commit", clip(name))
}

// whole is a part that is refused where it ends too soon.
type whole struct{ part io.Reader }

func (w whole) Read(p []byte) (int, error) {
	n, err := w.part.Read(p)
	if err != nil && !errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = damaged(err)
	}
	return n, err
}

func damaged(err error) error {
	return &fault.Error{Code: fault.Invalid, Message: "the multipart form is damaged: " + clip(err.Error()), Err: err}
}

// sentName is the file's name with its folders, which Part.FileName would hide.
func sentName(part *multipart.Part) string {
	_, parameters, err := mime.ParseMediaType(part.Header.Get(fiber.HeaderContentDisposition))
	if err != nil {
		return ""
	}
	return parameters["filename"]
}

// text reads a part that is kept in memory.
func text(part io.Reader, name string) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(whole{part}, largestText+1))
	if err != nil {
		return nil, err
	}
	if len(content) > largestText {
		return nil, &fault.Error{Code: fault.TooLarge, Field: name, Message: name + " is larger than 1 MB"}
	}
	return content, nil
}

// uploadRefusal says in full why an upload was not taken.
func (s *Server) uploadRefusal(err error) error {
	if errors.Is(err, fiber.ErrRequestEntityTooLarge) {
		return &fault.Error{Code: fault.TooLarge, Field: "files", Err: err,
			Message: fmt.Sprintf("the upload is larger than %s; send fewer files, or start the server with a larger --max-upload", size(s.maxUpload))}
	}
	return err
}

// size is a number of bytes for reading.
func size(bytes int64) string {
	units := []string{"bytes", "KB", "MB", "GB"}
	value, unit := float64(bytes), 0
	for value >= 1024 && unit < len(units)-1 {
		value, unit = value/1024, unit+1
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", value), ".0") + " " + units[unit]
}
