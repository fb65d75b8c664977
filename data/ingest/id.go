package ingest

import (
	"regexp"
	"strings"
)

var (
	isID  = regexp.MustCompile(`^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$`)
	notID = regexp.MustCompile(`[^a-z0-9]+`)
)

// checkID refuses an id that could not stand in an address or a file's name.
func (in *importer) checkID(id string) {
	if strings.TrimSpace(id) == "" || isID.MatchString(id) { // an id that is missing is told elsewhere
		return
	}
	proposal := strings.Trim(notID.ReplaceAllString(strings.ToLower(id), "-"), "-")
	if proposal == "" {
		proposal = "my-data"
	}
	in.yamlError("id", shorten(id), quote(id)+" does not consist of letters, digits and hyphens", "write it as "+proposal+"; name is what pages show")
}
