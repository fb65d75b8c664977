package ingest

import (
	_ "embed"
	"slices"
)

//go:embed dataset.schema.json
var settingsSchema []byte

// SettingsSchema is the JSON Schema of dataset.yaml, for editors.
func SettingsSchema() []byte { return slices.Clone(settingsSchema) }
