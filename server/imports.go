package server

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"mime"
	"time"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/analytics/lang"
	"meridian/data/fault"
	"meridian/data/match"
	"meridian/server/job"
)

// patience is how long an answer waits for an import that may be done in a moment.
const patience = 2 * time.Second

// createImport takes an upload in as it comes.
func (s *Server) createImport(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	announced := int64(c.Request().Header.ContentLength())
	if announced > s.maxUpload {
		return s.uploadRefusal(fiber.ErrRequestEntityTooLarge)
	}
	upload, err := s.imports.Receive(announced)
	if err != nil {
		return err
	}
	taken := false
	defer func() {
		if taken {
			return
		}
		if err := upload.Abandon(); err != nil {
			s.log.Error("an upload that was refused could not be removed", "error", err)
		}
	}()
	request, err := s.receive(c, upload)
	if err != nil {
		return err
	}
	begun, done, err := s.imports.Submit(upload, request)
	if err != nil {
		return err
	}
	taken = true
	return s.begun(c, l, begun, done)
}

// importAnswer is an import as it is told in a language.
type importAnswer struct {
	job.Import
	Changes *analytics.ChangesAnswer `json:"changes"` // against the version that was current
}

func told(i job.Import, l lang.Lang) importAnswer {
	return importAnswer{Import: i, Changes: i.Changes[l]}
}

// begun answers with an import: finished, when that takes no longer than a reader waits gladly.
func (s *Server) begun(c *fiber.Ctx, l lang.Lang, begun job.Import, done <-chan struct{}) error {
	wait, stop := context.WithTimeout(c.UserContext(), patience)
	defer stop()
	select {
	case <-done:
	case <-wait.Done():
	}
	if now, err := s.imports.Get(begun.ID); err == nil {
		begun = now
	}
	c.Location("/api/v1/imports/" + begun.ID)
	c.Set(fiber.HeaderCacheControl, "no-store")
	return c.Status(fiber.StatusAccepted).JSON(told(begun, l))
}

func (s *Server) getImport(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	found, err := s.imports.Get(c.Params("id"))
	if err != nil {
		return err
	}
	return c.JSON(told(found, l))
}

// revision is what PUT says: what is to be different in the next run.
type revision struct {
	Dataset     json.RawMessage   `json:"dataset"`
	DatasetYAML *string           `json:"dataset_yaml"`
	Decisions   *[]match.Decision `json:"decisions"`
	Commit      bool              `json:"commit"`
}

// updateImport runs an import over its files again.
func (s *Server) updateImport(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	revised, err := readRevision(c)
	if err != nil {
		return err
	}
	request, err := revised.request()
	if err != nil {
		return err
	}
	begun, done, err := s.imports.Again(c.Params("id"), request)
	if err != nil {
		return err
	}
	return s.begun(c, l, begun, done)
}

func readRevision(c *fiber.Ctx) (revision, error) {
	var r revision
	if kind, _, err := mime.ParseMediaType(c.Get(fiber.HeaderContentType)); err != nil || kind != fiber.MIMEApplicationJSON {
		return r, wrongType("what is to change is sent as application/json")
	}
	decoder := json.NewDecoder(bytes.NewReader(c.Body()))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&r); err != nil {
		return r, fault.Refuse("", "the body is not what is expected, {dataset or dataset_yaml, decisions, commit}: %s", clip(err.Error()))
	}
	if decoder.More() {
		return r, fault.Refuse("", "the body goes on after the JSON object")
	}
	return r, nil
}

func (r revision) request() (job.Request, error) {
	request := job.Request{Commit: r.Commit}
	given := len(r.Dataset) > 0 && string(r.Dataset) != "null"
	switch {
	case given && r.DatasetYAML != nil:
		return request, fault.Refuse("dataset_yaml", "give dataset or dataset_yaml, not both")
	case given:
		request.Settings = r.Dataset
	case r.DatasetYAML != nil:
		request.Settings = []byte(*r.DatasetYAML)
	}
	if r.Decisions == nil {
		return request, nil
	}
	var err error
	request.Decisions, err = decisionsFile(*r.Decisions)
	return request, err
}

// decisionsFile writes decisions as the table that an import reads.
func decisionsFile(list []match.Decision) ([]byte, error) {
	var text bytes.Buffer
	table := csv.NewWriter(&text)
	rows := [][]string{{"kind", "value", "target", "note"}}
	for _, d := range list {
		rows = append(rows, []string{d.Kind, d.Value, d.Target, d.Note})
	}
	err := table.WriteAll(rows)
	return text.Bytes(), err
}

// removeImport cancels an import and removes its files.
func (s *Server) removeImport(c *fiber.Ctx) error {
	if err := onlyKnown(c, nil); err != nil {
		return err
	}
	if err := s.imports.Remove(c.Params("id")); err != nil {
		return err
	}
	return c.SendStatus(fiber.StatusNoContent)
}
