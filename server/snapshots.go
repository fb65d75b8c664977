package server

import (
	"time"

	"github.com/gofiber/fiber/v2"

	"meridian/analytics"
	"meridian/analytics/lang"
	"meridian/data/fault"
	"meridian/data/library"
	"meridian/data/store"
)

// snapshotEntry is a version as it is listed.
type snapshotEntry struct {
	Version   string            `json:"version"`
	Dataset   snapshotDataset   `json:"dataset"`
	CreatedAt time.Time         `json:"created_at"`
	Origin    snapshotOrigin    `json:"origin"`
	Bytes     int64             `json:"bytes"`
	Current   bool              `json:"current"`
	Usable    bool              `json:"usable"` // this program can open it
	Rows      []store.TableRows `json:"rows"`
	Warnings  int               `json:"warnings"`
}

type snapshotDataset struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	AsOf string `json:"as_of"`
}

type snapshotOrigin struct {
	Kind library.Kind `json:"kind"`
	Name string       `json:"name"`
}

// listSnapshots lists the versions, newest first.
func (s *Server) listSnapshots(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	list := []snapshotEntry{}
	for _, entry := range s.kept.List() {
		list = append(list, listed(entry, l))
	}
	return c.JSON(struct {
		Persistent bool            `json:"persistent"` // the versions outlast the program
		Keep       int             `json:"keep"`       // how many of the newest are kept
		Current    string          `json:"current"`
		Snapshots  []snapshotEntry `json:"snapshots"`
	}{s.kept.Persistent(), s.kept.Keep(), s.live.Version(), list})
}

func listed(e library.Entry, l lang.Lang) snapshotEntry {
	set := store.Dataset{Name: e.Dataset.Name, NameZhHant: e.Dataset.NameZhHant, NameZhHans: e.Dataset.NameZhHans}
	return snapshotEntry{
		Version: e.Version, Dataset: snapshotDataset{ID: e.Dataset.ID, Name: set.LocalName(string(l)), AsOf: e.Dataset.AsOf},
		CreatedAt: e.CreatedAt, Origin: snapshotOrigin{e.Origin.Kind, e.Origin.Name}, Bytes: e.Bytes,
		Current: e.Current, Usable: e.Usable, Rows: append([]store.TableRows{}, e.Rows...), Warnings: e.Warnings,
	}
}

// snapshotChanges tells what is different in a version from another, or from the current one.
func (s *Server) snapshotChanges(c *fiber.Ctx) error {
	if err := onlyKnown(c, []string{"against", "lang"}); err != nil {
		return err
	}
	l, err := language(c)
	if err != nil {
		return err
	}
	against := c.Query("against", s.kept.Current().Version)
	if against == "" {
		return fault.Refuse("against", "there is no current snapshot to compare with; name one")
	}
	asked := comparison{from: against, to: c.Params("version"), language: l}
	for _, version := range []string{asked.from, asked.to} {
		if err := s.kept.Comparable(version); err != nil {
			return err
		}
	}
	if asked.from == asked.to {
		return c.JSON(s.unchanged(asked.from))
	}
	answer, err := s.told.compare(c.UserContext(), asked)
	if err != nil {
		return err
	}
	return c.JSON(answer)
}

// unchanged is how a version differs from itself.
func (s *Server) unchanged(version string) *analytics.ChangesAnswer {
	same := &analytics.ChangesAnswer{From: version, To: version, Figures: []analytics.FigureChange{}, Tables: []analytics.TableChange{},
		Partners: analytics.PartnerChange{AddedList: []analytics.Partner{}, GoneList: []analytics.Partner{}}}
	for _, entry := range s.kept.List() {
		if entry.Version != version {
			continue
		}
		for _, t := range entry.Rows {
			same.Tables = append(same.Tables, analytics.TableChange{Table: t.Table, Before: t.Rows, After: t.Rows})
		}
	}
	return same
}

// activateSnapshot makes a version the current one again.
func (s *Server) activateSnapshot(c *fiber.Ctx) error {
	l, err := inLanguage(c)
	if err != nil {
		return err
	}
	entry, err := s.kept.Activate(c.UserContext(), c.Params("version"))
	if err != nil {
		return err
	}
	return c.JSON(listed(entry, l))
}
