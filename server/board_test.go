package server

import (
	"encoding/csv"
	"net/http"
	"os"
	"strings"
	"testing"

	"meridian/analytics"
)

// The board met in 2015, before 2014/15 was more than over: figures, agreements and milestones are told from there on,
// and the counts are those of the files.
func TestBoardTellsWhatChangedSinceTheLastMeeting(t *testing.T) {
	_, body := get(t, "/api/v1/board")
	board := decode[analytics.BoardAnswer](t, body)
	if len(board.Meetings) != 2 || board.Meetings[0].ID != "iab-2010" || board.Since == nil || board.Since.Meeting != "iab-2015" {
		t.Fatalf("meetings %+v, since %+v", board.Meetings, board.Since)
	}
	since := board.Since
	if since.Day != "2015-12-31" || since.Before != "2014/2015" || since.Now != "2017/2018" {
		t.Errorf("since %s, from %s to %s", since.Day, since.Before, since.Now)
	}
	signed, ended := 0, 0
	for _, row := range readCSV(t, "../data/polyu/agreements.csv") {
		day := row["signing_date"]
		if day == "" {
			day = row["start_date"]
		}
		if day > "2015-12-31" && day <= "2018-08-31" {
			signed++
		}
		if end := row["end_date"]; end > "2015-12-31" && end < "2018-08-31" && row["in_effect"] != "true" {
			ended++
		}
	}
	if since.Signed.Count != int64(signed) || since.Ended.Count != int64(ended) || signed == 0 || ended == 0 {
		t.Errorf("signed %d, the file has %d; ended %d, the file has %d", since.Signed.Count, signed, since.Ended.Count, ended)
	}
	for _, m := range since.Milestones {
		if m.Date < "2016" {
			t.Errorf("%s of %s is told as new", m.Title, m.Date)
		}
	}
	if len(since.Milestones) != 3 || since.Partners.Count == 0 || len(since.Partners.List) > 12 {
		t.Errorf("%d milestones, %d partners, %d named", len(since.Milestones), since.Partners.Count, len(since.Partners.List))
	}
	for _, f := range since.Figures {
		if f.Before.Year != "2014/2015" || f.Change.Value != f.Now.Value-f.Before.Value && f.Unit != "" && f.Now.Value == float64(int64(f.Now.Value)) {
			t.Errorf("%s: %+v to %+v is %+v", f.ID, f.Before, f.Now, f.Change)
		}
	}
	if len(since.Figures) < 5 {
		t.Errorf("%d figures", len(since.Figures))
	}
}

func TestBoardRefusesAnUnknownMeetingByName(t *testing.T) {
	for address, want := range map[string]string{
		"/api/v1/board?since=iab-1999":  "neither a meeting nor a year",
		"/api/v1/board?since=2017/2018": "neither a meeting nor a year",
		"/api/v1/board?since=iab-2010":  "no year that was over before that meeting",
		"/api/v1/board?since=2010/2011": "",
		"/api/v1/board?place=DE":        "place is not a parameter",
	} {
		response, body := get(t, address)
		if want == "" && response.StatusCode == http.StatusOK {
			continue
		}
		if want != "" && response.StatusCode == http.StatusBadRequest && strings.Contains(string(body), want) {
			continue
		}
		t.Errorf("%s: %d %.200s", address, response.StatusCode, body)
	}
}

func readCSV(t *testing.T, name string) []map[string]string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}
