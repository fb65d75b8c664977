package server

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"meridian/analytics"
)

func explained(t *testing.T, query string) analytics.Explanation {
	t.Helper()
	response, body := get(t, "/api/v1/explain?"+query)
	if response.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d: %s", query, response.StatusCode, body)
	}
	return decode[analytics.Explanation](t, body)
}

// The number a reader points at is the one that is explained, with the filters in words and what they leave out.
func TestANumberIsExplained(t *testing.T) {
	e := explained(t, "chart=mobility-flows&at="+url.QueryEscape("country_code:GB")+"&column=outbound&from=2015/16&place=GB,DE&limit=2")
	if e.Agrees == nil || !*e.Agrees || e.Value == nil || e.Value.Value == nil || *e.Value.Value <= 0 {
		t.Fatalf("value %+v, agrees %v", e.Value, e.Agrees)
	}
	if len(e.Said) != 2 || e.Said[0] != "Academic years 2015/16–2017/18" || e.Said[1] != "Place: Germany and United Kingdom" {
		t.Errorf("filters are said as %q", e.Said)
	}
	if len(e.Used) != 1 || e.Used[0].Sum == nil || e.Used[0].Sum.Display != e.Value.Display || len(e.Used[0].Sample) != 2 {
		t.Errorf("used %+v", e.Used)
	}
	reasons := map[string]bool{}
	for _, left := range e.Excluded {
		reasons[left.Reason] = true
	}
	for _, reason := range []string{"years", "place", "definition", "other_rows"} {
		if !reasons[reason] {
			t.Errorf("nothing is left out for %s: %+v", reason, e.Excluded)
		}
	}
	if e.Metric == nil || e.SQL == "" || e.Parameters["from"] != "2015/2016" || e.Parameters["lang"] != "en" {
		t.Errorf("metric %v asked with %v", e.Metric, e.Parameters)
	}
}

// The address that an explanation gives is one that the page reads: it leads to the same number.
func TestExplainedAddressLeadsBack(t *testing.T) {
	first := explained(t, "chart=partner-map&row=3&region=europe")
	address, err := url.Parse(first.Href)
	if err != nil {
		t.Fatal(err)
	}
	query := address.Query()
	query.Set("chart", query.Get("explain"))
	query.Del("explain")
	again := explained(t, query.Encode())
	if fmt.Sprint(again.Row) != fmt.Sprint(first.Row) || again.Value.Display != first.Value.Display {
		t.Errorf("%s leads to %v %s, not to %v %s", first.Href, again.Row, again.Value.Display, first.Row, first.Value.Display)
	}
}

// Rows are listed page by page: none twice, none left out.
func TestExplainedRowsArePaged(t *testing.T) {
	seen, offset, total := map[string]bool{}, 0, int64(0)
	for {
		e := explained(t, fmt.Sprintf("chart=projects-by-type&row=0&limit=7&offset=%d", offset))
		u := e.Used[0]
		total = u.Rows
		for _, row := range u.Sample {
			seen[fmt.Sprint(row)] = true
		}
		if u.Next == nil {
			break
		}
		offset = *u.Next
	}
	if int64(len(seen)) != total || total < 8 {
		t.Errorf("%d different rows on the pages of %d", len(seen), total)
	}
}

func TestExplainIsRefusedByName(t *testing.T) {
	for query, want := range map[string]struct {
		status int
		field  string
	}{
		"":                                   {400, "chart"},
		"chart=mobility-trend&kpi=alliances": {400, "chart"},
		"chart=none":                         {404, "chart"},
		"kpi=none":                           {404, "kpi"},
		"kpi=alliances&row=1":                {400, "row"},
		"chart=mobility-trend&row=9999":      {404, "row"},
		"chart=mobility-trend&row=x":         {400, "row"},
		"chart=mobility-trend&row=0&column=direction":        {400, "column"},
		"chart=mobility-trend&row=0&at=direction:outbound":   {400, "at"},
		"chart=mobility-trend&at=direction":                  {400, "at"},
		"chart=mobility-trend&at=nothing:1":                  {400, "at"},
		"chart=mobility-trend&at=direction:inbound":          {400, "at"},
		"chart=mobility-trend&at=academic_year_id:1900/1901": {404, "at"},
		"chart=mobility-trend&limit=201":                     {400, "limit"},
		"chart=mobility-trend&offset=1,x":                    {400, "offset"},
		"chart=mobility-trend&offset=-1":                     {400, "offset"},
		"chart=mobility-trend&place=ZZ":                      {400, "place"},
		"chart=flow-trend":                                   {404, "chart"},
		"chart=mobility-trend&nothing=1":                     {400, "nothing"},
	} {
		response, body := get(t, "/api/v1/explain?"+query)
		got := decode[problem](t, body).Error
		if response.StatusCode != want.status || got.Field != want.field || got.Message == "" {
			t.Errorf("%s: %d naming %q (%s), want %d naming %q", query, response.StatusCode, got.Field, got.Message, want.status, want.field)
		}
	}
}
