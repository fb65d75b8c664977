package server

import (
	"github.com/gofiber/fiber/v2"

	"meridian/data/ingest"
)

// formatTable is a table of the import format.
type formatTable struct {
	Name    string         `json:"name"`
	Columns []formatColumn `json:"columns"`
}

type formatColumn struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Required bool     `json:"required"`
	Values   []string `json:"values"`            // what it may be; empty for anything of its type
	Refers   string   `json:"refers,omitempty"`  // the table whose first column must hold the value
	Default  string   `json:"default,omitempty"` // what an empty cell means
}

// importFormat describes the tables that are imported, for the page where files are mapped to them.
func (s *Server) importFormat(c *fiber.Ctx) error {
	if err := onlyKnown(c, nil); err != nil {
		return err
	}
	var tables []formatTable
	for _, t := range ingest.Tables() {
		if t.Geo {
			continue
		}
		described := formatTable{Name: t.Name}
		for _, column := range t.Columns {
			described.Columns = append(described.Columns, formatColumn{
				Name: column.Name, Type: string(column.Type), Required: column.Required, Values: append([]string{}, column.Values...),
				Refers: column.Refers, Default: column.Default,
			})
		}
		tables = append(tables, described)
	}
	return c.JSON(struct {
		Tables []formatTable `json:"tables"`
	}{tables})
}

// datasetSchema sends the JSON Schema of dataset.yaml, for editors.
func (s *Server) datasetSchema(c *fiber.Ctx) error {
	if err := onlyKnown(c, nil); err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, "application/schema+json")
	return c.Send(ingest.SettingsSchema())
}
