package server

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"meridian/server/job"
)

const smallSettings = "id: small\nname: Small University\nhome_place: HK\nas_of: 2018-08-31\n"

// small is a data set in the program's own format.
func small() map[string]string {
	return map[string]string{
		"institutions.csv": "institution_id,name,country_code\nhome,Small University,HK\nuk1,First of Britain,GB\nde1,Erste,DE\n",
		"mobility.csv": "academic_year_id,direction,institution_id,participants\n" +
			"2016/2017,outbound,uk1,10\n2017/2018,outbound,uk1,12\n2017/2018,outbound,de1,7\n2017/2018,inbound,uk1,5\n",
	}
}

// A dry run says everything and changes nothing; its commit does not read the files again.
func TestDryRunThenCommit(t *testing.T) {
	s := newSite(t, nil)
	before := s.live.Version()
	i := s.imported(small(), map[string]string{"dataset": smallSettings})
	if i.State != job.Ready || i.Report == nil || i.Report.Errors != 0 || i.Version == "" {
		t.Fatalf("%+v", i)
	}
	if s.live.Version() != before || s.library.Current().Version != before {
		t.Error("a dry run changed the data")
	}
	if i.Changes == nil || i.Changes.From != before || i.Changes.To != i.Version || len(i.Changes.Tables) == 0 {
		t.Errorf("changes: %+v", i.Changes)
	}
	built := time.Now()
	done := s.again(i.ID, map[string]any{"commit": true})
	if done.State != job.Committed || done.Version != i.Version || s.live.Version() != i.Version {
		t.Errorf("after the commit: %s %s, live %s; %v", done.State, done.Version, s.live.Version(), done.Error)
	}
	for _, entry := range s.library.List() {
		if entry.Version == i.Version && entry.CreatedAt.After(built) {
			t.Error("the commit built the draft again")
		}
	}
	_, chart := s.ask(http.MethodGet, "/api/v1/charts/mobility-trend", nil)
	if !strings.Contains(string(chart), i.Version) {
		t.Errorf("the chart is not of the new data: %.300s", chart)
	}
}

// A commit tells what changed in what was current then, though the dry run was held against an older version.
func TestCommitTellsWhatItReplaced(t *testing.T) {
	s := newSite(t, nil)
	before := s.live.Version()
	late := s.imported(small(), map[string]string{"dataset": smallSettings})
	files := small()
	files["mobility.csv"] += "2015/2016,outbound,uk1,3\n"
	first := s.imported(files, map[string]string{"dataset": smallSettings, "commit": "true"})
	if late.Changes.From != before || first.Changes.From != before || first.State != job.Committed {
		t.Fatalf("%+v %+v", late.Changes, first)
	}
	done := s.again(late.ID, map[string]any{"commit": true})
	if done.State != job.Committed || done.Version != late.Version || done.Changes.From != first.Version || done.Changes.To != late.Version {
		t.Errorf("%s, version %s (dry run %s), changes from %s, want %s", done.State, done.Version, late.Version, done.Changes.From, first.Version)
	}
}

// commit=true puts the data in place in one go.
func TestCommitInOneGo(t *testing.T) {
	s := newSite(t, nil)
	i := s.imported(small(), map[string]string{"dataset": smallSettings, "commit": "true"})
	if i.State != job.Committed || s.live.Version() != i.Version {
		t.Errorf("%s %s, live %s: %+v", i.State, i.Version, s.live.Version(), i.Error)
	}
}

// Data with errors is refused with each of them, and leaves what is shown alone, also with commit=true.
func TestRefusedImport(t *testing.T) {
	s := newSite(t, nil)
	before := s.live.Version()
	files := small()
	files["mobility.csv"] += "2017/2018,sideways,uk1,5\n"
	i := s.imported(files, map[string]string{"dataset": smallSettings, "commit": "true"})
	if i.State != job.Refused || i.Report == nil || i.Report.Errors != 1 || i.Version != "" || s.live.Version() != before {
		t.Fatalf("%s, version %q, %+v", i.State, i.Version, i.Report)
	}
	if p := i.Report.Problems[0]; p.File != "mobility.csv" || p.Row != 6 || p.Column != "direction" {
		t.Errorf("the problem is %+v", p)
	}
	for format, begins := range map[string]string{"json": "{", "csv": "severity", "txt": "file", "html": "<!doctype html>"} {
		response, report := s.ask(http.MethodGet, "/api/v1/imports/"+i.ID+"/report."+format, nil)
		if response.StatusCode != http.StatusOK || !strings.HasPrefix(strings.TrimPrefix(string(report), "\ufeff"), begins) || !strings.Contains(string(report), "sideways") {
			t.Errorf("report.%s: %d %.200s", format, response.StatusCode, report)
		}
	}
	if response, _ := s.ask(http.MethodGet, "/api/v1/imports/"+i.ID+"/report.pdf", nil); response.StatusCode != http.StatusNotFound {
		t.Errorf("report.pdf: %d", response.StatusCode)
	}
}

// Removing an import leaves nothing of it.
func TestRemovedImport(t *testing.T) {
	s := newSite(t, nil)
	i := s.imported(small(), map[string]string{"dataset": smallSettings})
	for _, want := range []int{http.StatusNoContent, http.StatusNotFound} {
		if response, body := s.ask(http.MethodDelete, "/api/v1/imports/"+i.ID, nil); response.StatusCode != want {
			t.Errorf("DELETE: %d %s, want %d", response.StatusCode, body, want)
		}
	}
	if response, _ := s.ask(http.MethodGet, "/api/v1/imports/"+i.ID, nil); response.StatusCode != http.StatusNotFound {
		t.Errorf("GET: %d", response.StatusCode)
	}
}
