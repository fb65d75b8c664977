package server

import (
	"testing"

	"meridian/analytics"
)

// A place is listed either with partners or among those without one, and a region narrows both lists.
func TestPlacesWithoutAPartner(t *testing.T) {
	_, body := get(t, "/api/v1/places")
	list := decode[analytics.PlaceList](t, body)
	partners := map[string]float64{}
	for _, p := range list.Places {
		partners[p.Code] = *p.Partners
	}
	untouched := 0
	for _, p := range list.Without {
		if partners[p.Code] > 0 || p.Code == "HK" {
			t.Errorf("%s is said to have no partner", p.Name)
		}
		if !p.Touched {
			untouched++
		}
	}
	if untouched < 50 {
		t.Errorf("%d places never touched", untouched)
	}
	_, body = get(t, "/api/v1/places?region=africa&lang=zh-Hant")
	african := decode[analytics.PlaceList](t, body).Without
	if len(african) == 0 || len(african) >= len(list.Without) {
		t.Errorf("%d of %d in Africa", len(african), len(list.Without))
	}
	for _, p := range african {
		if p.Region != "africa" {
			t.Errorf("%s is not in Africa", p.Name)
		}
	}
}
