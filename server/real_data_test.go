package server

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"meridian/analytics"
	"meridian/data/ingest"
	"meridian/data/store"
)

// published is a real data set, imported as it is through a committed example, and asked over HTTP.
type published struct {
	server *Server
	report *ingest.Report
}

// openPublished imports a folder of the public data sets, which are not part of the project; where they are not at
// hand, the test is skipped. MERIDIAN_REAL_DATA says where they are.
func openPublished(t *testing.T, folder, example string) published {
	t.Helper()
	root := os.Getenv("MERIDIAN_REAL_DATA")
	if root == "" {
		root = filepath.Join("..", "..", "shared", "real-data")
	}
	folder = filepath.Join(root, folder)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the public data set is not at %s; set MERIDIAN_REAL_DATA to the folder that holds it", folder)
	}
	settings, err := os.ReadFile(filepath.Join("..", "data", "examples", example))
	if err != nil {
		t.Fatal(err)
	}
	snapshot, report, err := store.Load(t.Context(), store.Source{Dataset: os.DirFS(folder), Geo: os.DirFS("../data/geo"), Settings: settings})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := snapshot.Close(); err != nil {
			t.Error(err)
		}
	})
	network, err := analytics.New(t.Context(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	c, err := config()
	if err != nil {
		t.Fatal(err)
	}
	c.Live = analytics.NewLive(network, nil)
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return published{s, report}
}

func (p published) get(t *testing.T, address string, into any) {
	t.Helper()
	request := httptest.NewRequest("GET", "/api/v1/"+address, nil)
	request.Host = "localhost"
	response, err := p.server.App().Test(request, -1)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	defer response.Body.Close()
	if response.StatusCode != 200 {
		t.Fatalf("%s answers %s", address, response.Status)
	}
	if err := decodeBody(response.Body, into); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
}

// answered is a chart's table as the address gives it.
type answered struct {
	Title   string `json:"title"`
	Note    string `json:"note"`
	Summary string `json:"summary"`
	Columns []struct {
		Name string `json:"name"`
	} `json:"columns"`
	Rows [][]any `json:"rows"`
}

func (p published) chart(t *testing.T, address string) answered {
	t.Helper()
	id, query, _ := strings.Cut(address, "?")
	var a answered
	p.get(t, "charts/"+id+".json?"+query, &a)
	return a
}

func (a answered) at(t *testing.T, column string) int {
	t.Helper()
	for i, c := range a.Columns {
		if c.Name == column {
			return i
		}
	}
	t.Fatalf("there is no column %q in %v", column, a.Columns)
	return 0
}

// sum adds up a column; a row whose cells are not those of where is left out.
func (a answered) sum(t *testing.T, column string, where map[string]string) (total float64) {
	t.Helper()
	at := a.at(t, column)
	for _, row := range a.Rows {
		matches := true
		for name, want := range where {
			matches = matches && fmt.Sprint(row[a.at(t, name)]) == want
		}
		if v, ok := row[at].(float64); ok && matches {
			total += v
		}
	}
	return total
}

// row writes a row's cells of some columns, numbers to a thousandth.
func (a answered) row(t *testing.T, r int, columns ...string) string {
	t.Helper()
	if r >= len(a.Rows) {
		return "no such row"
	}
	cells := make([]string, len(columns))
	for i, column := range columns {
		cell := a.Rows[r][a.at(t, column)]
		if v, ok := cell.(float64); ok {
			cell = strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
		}
		cells[i] = fmt.Sprint(cell)
	}
	return strings.Join(cells, " ")
}

// count counts the rows whose measure is above zero and that name a place.
func (a answered) count(t *testing.T, measure string) (n int) {
	t.Helper()
	for _, row := range a.Rows {
		if v, ok := row[a.at(t, measure)].(float64); ok && v > 0 && row[a.at(t, "country_code")] != "ZZ" {
			n++
		}
	}
	return n
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.0005 {
		t.Errorf("%s is %.3f, want %.3f", what, got, want)
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}
