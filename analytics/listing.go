package analytics

import (
	"cmp"
	"slices"
	"strings"

	"meridian/data/fault"
)

// Listing says which rows of a list are asked for, and in which order. The zero value is the whole list in its own order.
type Listing struct {
	Search string // part of a name, city or id, in any language, capitals and accents aside
	State  string // active, dormant or expiring; empty is all
	Within int    // of expiring partners: in how many days an agreement ends; 0 is 180
	Sort   string // a column, with - before it for the largest first; empty is the list's own order
	Offset int
	Limit  int // 0 is no limit
}

// The bounds of a listing.
const (
	longestSearch = 100
	// MostListed is how many rows one answer may hold.
	MostListed = 200
	// soon is within how many days an agreement ends soon, where nothing else is asked for.
	soon = 180
)

// States are the states a partner may be looked for by.
func States() []string { return []string{"active", "dormant", "expiring"} }

// Terms are the days within which agreements that end may be asked for.
func Terms() []int { return []int{90, 180, 365} }

// PartnerOrders are the columns that partners may be sorted by.
func PartnerOrders() []string {
	return []string{"name", "place", "projects", "outbound", "inbound", "balance", "agreements", "ends", "last_active"}
}

// check refuses what a list does not know, by name.
func (l Listing) check(orders []string) error {
	sort := strings.TrimPrefix(l.Sort, "-")
	switch {
	case len([]rune(l.Search)) > longestSearch:
		return fault.Refuse("q", "q is longer than %d characters", longestSearch)
	case l.State != "" && !slices.Contains(States(), l.State):
		return fault.Refuse("state", "state=%.40s is not known; known are %s", l.State, strings.Join(States(), ", "))
	case l.Within != 0 && !slices.Contains(Terms(), l.Within):
		return fault.Refuse("within", "within=%d is not known; known are %v days", l.Within, Terms())
	case l.Sort != "" && !slices.Contains(orders, sort):
		return fault.Refuse("sort", "sort=%.40s is not known; known are %s, each with - before it for the largest first", l.Sort, strings.Join(orders, ", "))
	}
	return nil
}

// args gives the parameters of a listing by the names the queries use.
func (l Listing) args() map[string]any {
	args := map[string]any{
		"search": strings.Join(strings.Fields(l.Search), " "), "state": l.State, "sort": strings.TrimPrefix(l.Sort, "-"),
		"descending": strings.HasPrefix(l.Sort, "-"), "offset": int64(l.Offset), "limit": nil,
		"within": int64(cmp.Or(l.Within, soon)),
	}
	if l.Limit > 0 {
		args["limit"] = int64(l.Limit)
	}
	return args
}
