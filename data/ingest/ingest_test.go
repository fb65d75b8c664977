package ingest_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"meridian/data/ingest"
	"meridian/data/internal/sample"
)

func check(t *testing.T, changes map[string]string) *ingest.Report {
	t.Helper()
	report, err := ingest.Check(context.Background(), ingest.Source{Dataset: sample.Dataset(changes), Geo: sample.Geo()})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range report.Files {
		if file.Read != file.Stored+file.Refused {
			t.Errorf("%s: read %d is not stored %d + refused %d", file.File, file.Read, file.Stored, file.Refused)
		}
	}
	return report
}

// kept is a sink that keeps the rows by table.
type kept map[string][][]any

func (k kept) Add(table, _ string, rows [][]any) error {
	for _, row := range rows {
		k[table] = append(k[table], slices.Clone(row))
	}
	return nil
}

func (k kept) Count(ingest.Table, string) (int64, error) { return 0, nil }

func TestSampleHasNoProblems(t *testing.T) {
	report := check(t, nil)
	if len(report.Problems) > 0 || report.Err() != nil {
		t.Fatalf("problems: %v", report.Problems)
	}
}

func TestWhatIsKept(t *testing.T) {
	rows := kept{}
	source := ingest.Source{Geo: sample.Geo(), Dataset: sample.Dataset(map[string]string{
		"faculties.csv": "",
		"sources.csv":   "",
		"projects.csv":  "", "agreements.csv": "", "alliances.csv": "", "memberships.csv": "",
		"institutions.csv": "\ufeffname , institution_id,country_code,\nNamibia's,unam,NA,\n,,,\n",
		"mobility.csv":     "academic_year_id,direction,country_code,participants,aid_amount,faculty\n2017/18,inbound,NA,3,12.5,Arts & Letters\n",
		"dataset.yaml":     "id: mine\nname: Mine\nhome_place: HK\n",
	}), Now: func() time.Time { return time.Date(2020, 2, 3, 4, 5, 6, 0, time.UTC) }}
	report, err := ingest.Read(context.Background(), source, rows)
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, report.Problems)
	}
	moved := rows["mobility"][0]
	want := []any{"2017/2018", "inbound", nil, "NA", "student-studies", nil, "Arts & Letters", nil, int64(3), nil, int64(1250), nil, nil,
		"published", "mobility.csv"}
	for i := range want {
		if moved[i] != want[i] {
			t.Errorf("mobility cell %d is %v, want %v", i, moved[i], want[i])
		}
	}
	if got := rows["faculties"]; len(got) != 1 || got[0][0] != "Arts & Letters" {
		t.Errorf("faculties: %v", got)
	}
	if got := rows["institutions"]; len(got) != 2 || got[0][0] != "unam" || got[1][0] != "mine" {
		t.Errorf("institutions: %v", got)
	}
	if got := rows["sources"]; len(got) != 3 {
		t.Errorf("sources: %v", got)
	}
	if report.Dataset.AsOf != "2020-02-03" || report.Dataset.AcademicYear.StartMonth != 9 {
		t.Errorf("dataset: %+v", report.Dataset)
	}
}

func TestReportIsBoundedAndWrites(t *testing.T) {
	text := strings.Builder{}
	text.WriteString("source_id,title\n")
	for range 3000 {
		text.WriteString("page,\n")
	}
	report := check(t, map[string]string{"sources.csv": text.String()})
	if len(report.Problems)+report.Omitted != report.Errors+report.Warnings || len(report.Problems) > 1000 {
		t.Errorf("listed %d, omitted %d of %d", len(report.Problems), report.Omitted, report.Errors)
	}
	var out, encoded bytes.Buffer
	if err := report.Text(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"sources.csv", "3000", "more\n", "errors, 0 warnings"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("text lacks %q", want)
		}
	}
	if err := report.JSON(&encoded); err != nil || !strings.Contains(encoded.String(), `"severity": "error"`) {
		t.Errorf("json: %v %.200s", err, encoded.String())
	}
	var refused *ingest.RefusedError
	if !errors.As(report.Err(), &refused) || refused.First.File != "sources.csv" {
		t.Errorf("err: %v", report.Err())
	}
}

func TestVersionFollowsTheBytes(t *testing.T) {
	same, again := check(t, nil), check(t, nil)
	other := check(t, map[string]string{"sources.csv": "source_id,title\npage,Other\n"})
	if same.Version != again.Version || same.Version == other.Version {
		t.Errorf("versions %s %s %s", same.Version, again.Version, other.Version)
	}
}

func TestStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := ingest.Check(ctx, ingest.Source{Dataset: sample.Dataset(nil), Geo: sample.Geo()})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("err: %v", err)
	}
	_, err = ingest.Check(context.Background(), ingest.Source{Dataset: sample.Dataset(nil), Geo: fstest.MapFS{}})
	if err == nil || !strings.Contains(err.Error(), "places.csv") {
		t.Errorf("without place names: %v", err)
	}
}
