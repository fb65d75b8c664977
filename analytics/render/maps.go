package render

import (
	"io/fs"
	"meridian/data/fault"
	"strings"
)

// mapFiles hands stored maps to the engines. Each engine registers a map once.
type mapFiles struct {
	dir fs.FS
}

// check refuses a map that is not stored, by name.
func (m *mapFiles) check(names []string) error {
	for _, name := range names {
		if strings.ContainsAny(name, `/\`) {
			return fault.Refuse("maps", "unknown map %q", name)
		}
		if _, err := fs.Stat(m.dir, name+".json"); err != nil {
			return fault.Refuse("maps", "unknown map %q", name)
		}
	}
	return nil
}

// file is a stored map, empty when there is none.
func (m *mapFiles) file(name string) string {
	data, err := fs.ReadFile(m.dir, name+".json")
	if err != nil {
		return ""
	}
	return string(data)
}
