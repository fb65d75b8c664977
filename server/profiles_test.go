package server

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"meridian/analytics"
)

func partners(t *testing.T, query string) analytics.PartnerList {
	t.Helper()
	response, body := get(t, "/api/v1/partners?"+query)
	if response.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d: %s", query, response.StatusCode, body)
	}
	return decode[analytics.PartnerList](t, body)
}

// A partner is found by its acronym, by a part of its name in any language, without its accents, and by its city.
func TestPartnersAreFound(t *testing.T) {
	for search, want := range map[string]string{
		"HKUST": "hkust", "nus": "nus", "Malardalen": "mdu", "北京師範": "bnu", "北京师范": "bnu", "delft univ": "tudelft", "ror.org/022k4wk35": "bnu",
	} {
		list := partners(t, "q="+url.QueryEscape(search))
		if len(list.Partners) == 0 || list.Partners[0].ID != want {
			t.Errorf("%s finds %d, first %+v; want %s first", search, list.Total, first(list), want)
		}
	}
	if list := partners(t, "q=polyu"); slices.ContainsFunc(list.Partners, func(p analytics.PartnerEntry) bool { return p.ID == "polyu" }) {
		t.Error("the home institution is listed as its own partner")
	}
	if list := partners(t, "q=%27%20OR%201%3D1%20--"); list.Total != 0 {
		t.Errorf("a search that is no name finds %d", list.Total)
	}
}

func first(list analytics.PartnerList) string {
	if len(list.Partners) == 0 {
		return "none"
	}
	return list.Partners[0].ID
}

// The pages of a list hold every partner once, in the order asked for.
func TestPartnersArePagedInOrder(t *testing.T) {
	seen, last := map[string]bool{}, 1e9
	total := partners(t, "limit=1").Total
	for offset := 0; offset < total; offset += 200 {
		list := partners(t, "sort=-projects&limit=200&offset="+strconv.Itoa(offset))
		for _, p := range list.Partners {
			if seen[p.ID] || *p.Projects > last {
				t.Fatalf("%s stands twice, or after one with fewer projects", p.ID)
			}
			seen[p.ID], last = true, *p.Projects
		}
	}
	if len(seen) != total || total < 700 {
		t.Errorf("%d partners on the pages of %d", len(seen), total)
	}
	if beyond := partners(t, "offset=100000"); len(beyond.Partners) != 0 || beyond.Total != total {
		t.Errorf("past the end: %d of %d, want none of %d", len(beyond.Partners), beyond.Total, total)
	}
}

// A state and a place narrow the list to what they say.
func TestPartnersAreNarrowed(t *testing.T) {
	dormant := partners(t, "state=dormant&limit=200")
	for _, p := range dormant.Partners {
		if !p.Dormant || *p.Agreements == 0 {
			t.Errorf("%s is listed as dormant: %+v", p.ID, p)
		}
	}
	german := partners(t, "place=DE&limit=200")
	for _, p := range german.Partners {
		if p.Place != "DE" {
			t.Errorf("%s is not in Germany", p.ID)
		}
	}
	if dormant.Total == 0 || german.Total < 20 {
		t.Errorf("%d dormant, %d in Germany", dormant.Total, german.Total)
	}
	for _, p := range partners(t, "evidence=published&limit=200").Partners {
		if p.Evidence != "published" {
			t.Errorf("%s is %s among the published", p.ID, p.Evidence)
		}
	}
}

// A profile's numbers are those of the list, and its projects are paged.
func TestPartnerProfile(t *testing.T) {
	_, body := get(t, "/api/v1/partners/xp-us-01?limit=4&offset=4&lang=zh-Hant")
	profile := decode[analytics.PartnerProfile](t, body)
	listed := partners(t, "partner=xp-us-01").Partners[0]
	if *profile.Partner.Outbound != *listed.Outbound || *profile.Partner.Projects != float64(profile.Projects.Total) {
		t.Errorf("the profile tells %+v and %d projects, the list %+v", profile.Partner, profile.Projects.Total, listed)
	}
	if profile.Names["zh-Hant"] != profile.Partner.Name || profile.Names["en"] == "" {
		t.Errorf("names %v beside %q", profile.Names, profile.Partner.Name)
	}
	if len(profile.Projects.Items) != 4 || len(profile.Agreements) == 0 || len(profile.KPIs) < 4 {
		t.Errorf("%d projects, %d agreements, %d figures", len(profile.Projects.Items), len(profile.Agreements), len(profile.KPIs))
	}
	for _, id := range profile.Charts {
		_, body := get(t, "/api/v1/charts/"+id+"?partner=xp-us-01")
		if chart := decode[analytics.ChartAnswer](t, body); len(chart.Rows) == 0 || !strings.Contains(chart.Subtitle, "Exchange partner US-01") {
			t.Errorf("%s has %d rows, subtitle %q", id, len(chart.Rows), chart.Subtitle)
		}
	}
	if !slices.Contains(profile.Charts, "partner-timeline") {
		t.Errorf("the charts are %v", profile.Charts)
	}
}

// A member that nothing but an alliance ties to the university has a profile without empty charts.
func TestProfileOfAMember(t *testing.T) {
	_, body := get(t, "/api/v1/partners/hkust")
	profile := decode[analytics.PartnerProfile](t, body)
	if len(profile.Alliances) != 1 || len(profile.Charts) != 0 || len(profile.KPIs) != 0 || profile.RorID == "" {
		t.Errorf("alliances %v, charts %v, %d figures, %q", profile.Alliances, profile.Charts, len(profile.KPIs), profile.RorID)
	}
}

// A place's partners are those in it; its neighbours lie in its region, and before and after it.
func TestPlaceProfile(t *testing.T) {
	_, body := get(t, "/api/v1/places/DE")
	profile := decode[analytics.PlaceProfile](t, body)
	if profile.Name != "Germany" || float64(profile.PartnersTotal) != *profile.Partners || len(profile.TopPartners) != 10 {
		t.Errorf("%s: %d partners, the directory says %v; %d named", profile.Name, profile.PartnersTotal, *profile.Partners, len(profile.TopPartners))
	}
	if profile.Previous == nil || profile.Previous.ID != "FR" || profile.Next == nil || profile.Next.ID != "GR" {
		t.Errorf("beside Germany stand %v and %v", profile.Previous, profile.Next)
	}
	for _, neighbour := range profile.Neighbours {
		if neighbour.Region != "europe" {
			t.Errorf("%s is no neighbour", neighbour.Name)
		}
	}
	counted := 0
	for _, status := range profile.Status {
		counted += status.Agreements
	}
	if counted != len(profile.Terms) && len(profile.Terms) != 60 {
		t.Errorf("%d agreements by status, %d listed", counted, len(profile.Terms))
	}
}

// A place is the same in small letters, and is told by its code in capitals.
func TestPlacesInSmallLetters(t *testing.T) {
	_, small := get(t, "/api/v1/places/de")
	_, capitals := get(t, "/api/v1/places/DE")
	if profile := decode[analytics.PlaceProfile](t, small); profile.Code != "DE" || string(small) != string(capitals) {
		t.Errorf("de is told as %q", profile.Code)
	}
}

func TestProfilesRefuseByName(t *testing.T) {
	for address, want := range map[string]struct {
		status      int
		field, hint string
	}{
		"/api/v1/places/XX":                              {404, "code", "GET /api/v1/places"},
		"/api/v1/places/xx":                              {404, "code", "GET /api/v1/places"},
		"/api/v1/partners/nobody":                        {404, "id", "GET /api/v1/partners"},
		"/api/v1/partners/polyu":                         {404, "id", "GET /api/v1/partners"},
		"/api/v1/partners?sort=golf":                     {400, "sort", "last_active"},
		"/api/v1/partners?state=asleep":                  {400, "state", "dormant"},
		"/api/v1/partners?limit=1000":                    {400, "limit", "200"},
		"/api/v1/partners?partner=nobody":                {400, "partner", "GET /api/v1/partners"},
		"/api/v1/partners?q=" + strings.Repeat("a", 101): {400, "q", "100"},
		"/api/v1/places?q=x":                             {400, "q", "parameter"},
	} {
		response, body := get(t, address)
		problem := decode[struct {
			Error struct{ Field, Message string }
		}](t, body)
		if response.StatusCode != want.status || problem.Error.Field != want.field || !strings.Contains(problem.Error.Message, want.hint) {
			t.Errorf("%.60s: status %d: %s", address, response.StatusCode, body)
		}
	}
}

// The page of a place or partner that does not exist answers 404, whatever the front end draws.
func TestAddressesOfProfiles(t *testing.T) {
	for address, status := range map[string]int{
		"/places": 200, "/partners": 200, "/places/DE": 200, "/places/de": 200, "/partners/xp-us-01": 200, "/partners/xp%2Dus%2D01": 200,
		"/places/XX": 404, "/partners/nobody": 404, "/places/DE/x": 404,
	} {
		if response, _ := get(t, address); response.StatusCode != status {
			t.Errorf("%s: status %d, want %d", address, response.StatusCode, status)
		}
	}
}

// A search of a whole network's institutions is quick enough to answer as one types.
func TestPartnersAnswerAsOneTypes(t *testing.T) {
	partners(t, "q=exchange") // the first question warms what the others use
	began := time.Now()
	const asked = 5
	for range asked {
		partners(t, "q=exchange")
	}
	if each := time.Since(began) / asked; each > 500*time.Millisecond {
		t.Errorf("a search takes %s", each)
	}
}

// A partner's page tells what was set up with it, what names it and the programmes of its alliances, each with its source.
func TestPartnerEstablishments(t *testing.T) {
	for id, want := range map[string]string{"zju": "hangzhou", "xjtu": "xian", "scu": "sichuan", "pku": "beijing", "tongji": "shanghai"} {
		response, body := get(t, "/api/v1/partners/"+id+"?evidence=published")
		if response.StatusCode != http.StatusOK {
			t.Fatalf("%s: status %d: %s", id, response.StatusCode, body)
		}
		profile := decode[analytics.PartnerProfile](t, body)
		if len(profile.Establishments) != 1 {
			t.Fatalf("%s: %d establishments", id, len(profile.Establishments))
		}
		e := profile.Establishments[0]
		if e.ID != want || e.Quote == "" || e.Source.URL == "" || e.Evidence != "published" || !strings.Contains(profile.Answer, e.Name) {
			t.Errorf("%s: %+v, %q", id, e, profile.Answer)
		}
	}
	_, body := get(t, "/api/v1/partners/xjtu?lang=zh-Hant")
	profile := decode[analytics.PartnerProfile](t, body)
	var named []string
	for _, p := range profile.History.Programmes {
		named = append(named, p.ID)
	}
	if !slices.Contains(named, "srise") || !slices.Contains(named, "sr-summer-school") || slices.Contains(named, "br-cross-professional") {
		t.Errorf("programmes %v", named)
	}
	if len(profile.History.Milestones) != 2 || !strings.Contains(profile.Answer, "西安中心") {
		t.Errorf("milestones %+v, %q", profile.History.Milestones, profile.Answer)
	}
	_, body = get(t, "/api/v1/partners/hkust")
	if answer := decode[analytics.PartnerProfile](t, body).Answer; !strings.HasPrefix(answer, "Known only as a member of ") {
		t.Errorf("of a member that nothing else is known of: %q", answer)
	}
}

// Agreements that end are listed by their end, those within 90 days apart; dormant partners, the longest silent first.
func TestPartnersByTheirAgreements(t *testing.T) {
	last := 0
	for _, days := range []string{"90", "180", "365"} {
		list := partners(t, "state=expiring&limit=200&within="+days)
		if list.TotalAgreements == nil || *list.TotalAgreements < list.Total || list.Total <= last {
			t.Fatalf("within %s days: %d partners after %d, agreements %v", days, list.Total, last, list.TotalAgreements)
		}
		last = list.Total
		if !slices.IsSortedFunc(list.Partners, func(a, b analytics.PartnerEntry) int { return strings.Compare(a.Ends, b.Ends) }) {
			t.Errorf("within %s days: not in order of end", days)
		}
	}
	if plain := partners(t, "state=expiring&limit=1"); plain.Total != partners(t, "state=expiring&within=180&limit=1").Total {
		t.Errorf("without a term %d end", plain.Total)
	}
	dormant := partners(t, "state=dormant&limit=200")
	if !slices.IsSortedFunc(dormant.Partners, func(a, b analytics.PartnerEntry) int { return strings.Compare(a.LastActive, b.LastActive) }) {
		t.Error("the longest silent do not stand first")
	}
	if response, body := get(t, "/api/v1/partners?state=expiring&within=7"); response.StatusCode != http.StatusBadRequest || !strings.Contains(string(body), "within") {
		t.Errorf("within=7: status %d: %s", response.StatusCode, body)
	}
}
