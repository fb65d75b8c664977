package server

import (
	"slices"
	"testing"

	"meridian/analytics"
)

// What UANSR brought stands with it: its programmes, its milestone, and how many of its members are partners.
func TestWhatAnAllianceBrought(t *testing.T) {
	_, body := get(t, "/api/v1/alliances")
	list := decode[struct {
		Alliances []analytics.Alliance `json:"alliances"`
	}](t, body)
	at := slices.IndexFunc(list.Alliances, func(a analytics.Alliance) bool { return a.ID == "uansr" })
	if at < 0 || list.Alliances[at].Named == 0 || list.Alliances[at].Tied > list.Alliances[at].Named {
		t.Fatalf("UANSR at %d of %+v", at, list.Alliances)
	}
	_, body = get(t, "/api/v1/milestones?lang=zh-Hans")
	history := decode[analytics.History](t, body)
	programmes, milestones := 0, 0
	for _, p := range history.Programmes {
		if p.AllianceID == "uansr" {
			programmes++
		}
	}
	for _, m := range history.Milestones {
		if slices.Contains(m.Alliances, "uansr") {
			milestones++
		}
	}
	if programmes != 2 || milestones != 1 {
		t.Errorf("%d programmes and %d milestones of UANSR, want 2 and 1", programmes, milestones)
	}
}
