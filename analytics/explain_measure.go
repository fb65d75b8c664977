package analytics

import (
	"slices"

	"meridian/analytics/table"
)

// measure tells whether a column holds numbers that can be explained: those people see that are no dimension.
func measure(c table.Column) bool {
	return !c.Hidden && c.Dimension == "" && slices.Contains([]string{"int", "float", "share", "percent", "money"}, c.Type)
}
