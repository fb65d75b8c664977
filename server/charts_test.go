package server

import (
	"meridian/analytics"
	"net/http"
	"strings"
	"testing"
)

// Every chart the data set has rows for answers as JSON, CSV, SVG and PNG, in every language, with its evidence and
// sources. The default data set is a university's: it has nothing for the charts of whole networks, which say so.
func TestEveryChartAnswersInEveryFormat(t *testing.T) {
	_, body := get(t, "/api/v1/charts")
	list := decode[struct {
		Charts []analytics.CatalogueEntry `json:"charts"`
	}](t, body)
	available := 0
	for _, c := range list.Charts {
		if !c.Available {
			if _, body := get(t, "/api/v1/charts/"+c.ID); len(decode[analytics.ChartAnswer](t, body).Rows) > 0 {
				t.Errorf("%s has rows and is not available", c.ID)
			}
			continue
		}
		available++
		t.Run(c.ID, func(t *testing.T) {
			for _, lang := range []string{"en", "zh-Hant", "zh-Hans"} {
				checkChart(t, c.ID, lang)
			}
			response, svg := get(t, "/api/v1/charts/"+c.ID+".svg")
			if response.StatusCode != http.StatusOK || !strings.HasPrefix(string(svg), "<svg") {
				t.Errorf("svg: status %d, begins %.40q", response.StatusCode, svg)
			}
		})
	}
	if available < 18 || available == len(list.Charts) {
		t.Errorf("%d of %d charts are available, want at least 18 and not all", available, len(list.Charts))
	}
}

func checkChart(t *testing.T, id, lang string) {
	t.Helper()
	response, body := get(t, "/api/v1/charts/"+id+"?lang="+lang)
	if response.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d: %s", lang, response.StatusCode, body)
	}
	answer := decode[analytics.ChartAnswer](t, body)
	if answer.Title == "" || answer.Subtitle == "" || answer.Summary == "" || len(answer.Rows) == 0 || len(answer.Option) == 0 {
		t.Errorf("%s: title %q, subtitle %q, summary %q, %d rows, %d option keys", lang,
			answer.Title, answer.Subtitle, answer.Summary, len(answer.Rows), len(answer.Option))
	}
	if answer.Evidence == "" || len(answer.Sources) == 0 {
		t.Errorf("%s: evidence %q with %d sources", lang, answer.Evidence, len(answer.Sources))
	}
	if !strings.Contains(answer.Title, answer.TitleEmphasis) {
		t.Errorf("%s: the title %q does not hold its point %q", lang, answer.Title, answer.TitleEmphasis)
	}
	if found := code(map[string]any(answer.Option), "option"); found != "" {
		t.Errorf("%s: a function crosses the wire: %s", lang, found)
	}
	for _, row := range answer.Rows {
		if len(row) != len(answer.Columns) {
			t.Fatalf("%s: a row of %d cells under %d columns", lang, len(row), len(answer.Columns))
		}
	}
}

func TestBadInputIsRefusedByName(t *testing.T) {
	for address, want := range map[string]struct {
		status      int
		code, field string
	}{
		"/api/v1/charts/none":                                {404, "not_found", "id"},
		"/api/v1/charts/none.png":                            {404, "not_found", "id"},
		"/api/v1/metrics-catalog/none":                       {404, "not_found", "id"},
		"/api/v1/maps/none.json":                             {404, "not_found", "name"},
		"/api/v1/nothing":                                    {404, "not_found", "path"},
		"/api/v1/charts/partner-map?place=ZZ":                {400, "invalid", "place"},
		"/api/v1/charts/partner-map?region=atlantis":         {400, "invalid", "region"},
		"/api/v1/charts/partner-map?type=golf":               {400, "invalid", "type"},
		"/api/v1/charts/partner-map?partner=nobody":          {400, "invalid", "partner"},
		"/api/v1/charts/partner-map?faculty=X":               {400, "invalid", "faculty"},
		"/api/v1/charts/partner-map?direction=up":            {400, "invalid", "direction"},
		"/api/v1/charts/partner-map?evidence=hearsay":        {400, "invalid", "evidence"},
		"/api/v1/charts/partner-map?from=last":               {400, "invalid", "from"},
		"/api/v1/charts/partner-map?from=1950/1951":          {400, "invalid", "from"},
		"/api/v1/charts/partner-map?from=2017/18&to=2012/13": {400, "invalid", "from"},
		"/api/v1/charts/partner-map?lang=fr":                 {400, "invalid", "lang"},
		"/api/v1/charts/partner-map?theme=pink":              {400, "invalid", "theme"},
		"/api/v1/charts/partner-map?palce=DE":                {400, "invalid", "palce"},
		"/api/v1/charts/partner-map.png?width=0":             {400, "invalid", "width"},
		"/api/v1/charts/partner-map.png?width=100000":        {400, "invalid", "width"},
		"/api/v1/charts/partner-map.png?height=-1":           {400, "invalid", "height"},
		"/api/v1/charts/partner-map.png?scale=9":             {400, "invalid", "scale"},
		"/api/v1/charts/partner-map.png?width=abc":           {400, "invalid", "width"},
		"/api/v1/charts/partner-map.svg?title=maybe":         {400, "invalid", "title"},
		"/api/v1/charts/partner-map.svg?background=red":      {400, "invalid", "background"},
		"/api/v1/kpis?subject=weather":                       {400, "invalid", "subject"},
		"/api/v1/findings?subject=weather":                   {400, "invalid", "subject"},
		"/api/v1/openapi.json?foo=1":                         {400, "invalid", "foo"},
		"/api/v1/maps/meridian-world.json?foo=1":             {400, "invalid", "foo"},
		"/api/v1/metrics-catalog?foo=1":                      {400, "invalid", "foo"},
		"/api/v1/dimensions?lang=xx":                         {400, "invalid", "lang"},
	} {
		response, body := get(t, address)
		got := decode[problem](t, body).Error
		if response.StatusCode != want.status || got.Code != want.code || got.Field != want.field || got.ID == "" || got.Message == "" {
			t.Errorf("%s: %d %+v, want %d %s naming %s", address, response.StatusCode, got, want.status, want.code, want.field)
		}
	}
}
