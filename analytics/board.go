package analytics

import (
	"context"
	"slices"
	"strings"

	"meridian/analytics/table"
	"meridian/data/fault"
)

// Meeting is a meeting of the advisory board, dated as precisely as its source.
type Meeting struct {
	ID       string `json:"id"`
	HeldOn   string `json:"held_on,omitempty"`
	Title    string `json:"title"`
	Agenda   string `json:"agenda,omitempty"`
	Evidence string `json:"evidence"`
	Source   Source `json:"source"`
	// Before is the last year that was over when the board met, of those the data set has; empty where it has none, or
	// where nothing has been counted since. Only a meeting with one can be compared with now.
	Before string `json:"before,omitempty"`

	day string // the day it is taken to have been on; empty where its date cannot be read
}

// BoardAnswer is the meetings, and what changed since one of them.
type BoardAnswer struct {
	Dataset  DatasetRef `json:"dataset"`
	Meetings []Meeting  `json:"meetings"` // oldest first
	Since    *Since     `json:"since"`    // null where the data has nothing to compare
}

// Board tells the meetings of the advisory board and what changed since one: the last that can be compared where
// nothing is asked for. since is the id of a meeting or a year; a data set without meetings is compared with the year
// before its last. Of the filters evidence alone is heeded; a meeting of other evidence is not listed, and may be
// compared with where it is asked for by its id.
func (n *Network) Board(ctx context.Context, since string, q Question) (*BoardAnswer, error) {
	answer := &BoardAnswer{Dataset: n.Dataset(q.Lang)}
	q.Filter = q.Filter.Only([]string{"evidence"})
	var err error
	if answer.Meetings, err = n.meetings(ctx, q); err != nil {
		return nil, err
	}
	known := answer.Meetings
	if since != "" {
		if known, err = n.meetings(ctx, Question{Lang: q.Lang}); err != nil {
			return nil, err
		}
	}
	moment, err := n.moment(known, since)
	if err != nil || moment.Before == "" {
		return answer, err
	}
	answer.Since, err = n.since(ctx, moment, q)
	return answer, err
}

func (n *Network) meetings(ctx context.Context, q Question) ([]Meeting, error) {
	rows, err := n.rows(ctx, sqlMeetings, q.graded())
	if err != nil {
		return nil, err
	}
	out := []Meeting{}
	for r := range rows.Rows {
		out = append(out, Meeting{
			ID: rows.Str(r, "meeting_id"), HeldOn: rows.Str(r, "held_on"), Title: rows.Str(r, "title"), Agenda: rows.Str(r, "agenda"),
			Evidence: rows.Str(r, "evidence"), Source: n.sources[rows.Str(r, "source_id")],
			Before: n.yearBefore(rows, r), day: rows.Str(r, "day"),
		})
	}
	return out, nil
}

// yearBefore is the last year of the data that was over on a meeting's day, unless it is the last of all.
func (n *Network) yearBefore(meetings *table.Table, r int) string {
	after, years := meetings.Str(r, "year_after"), n.known["year"]
	before := ""
	for i, year := range years {
		if year < after && i < len(years)-1 {
			before = year
		}
	}
	return before
}

// moment is what is compared with now: a meeting, or the end of a year.
func (n *Network) moment(meetings []Meeting, since string) (Meeting, error) {
	years := n.known["year"]
	if since == "" {
		for _, m := range slices.Backward(meetings) {
			if m.Before != "" {
				return m, nil
			}
		}
		if len(years) < 2 {
			return Meeting{}, nil
		}
		since = years[len(years)-2]
	}
	for _, m := range meetings {
		if m.ID == since && m.Before == "" {
			return m, fault.Refuse("since", "since=%s: the data has no year that was over before that meeting, or none after it", since)
		}
		if m.ID == since {
			return m, nil
		}
	}
	if i := slices.Index(years, since); i >= 0 && i < len(years)-1 {
		return Meeting{Before: since, day: n.yearEnd(since)}, nil
	}
	return Meeting{}, fault.Refuse("since", "since=%s is neither a meeting nor a year before the last; the meetings are %s, the years %s",
		since, strings.Join(meetingIDs(meetings), ", "), strings.Join(years, ", "))
}

func meetingIDs(meetings []Meeting) []string {
	ids := make([]string, len(meetings))
	for i, m := range meetings {
		ids[i] = m.ID
	}
	return ids
}
