package server

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"meridian/analytics"
	"meridian/analytics/disclose"
	"meridian/data/store"
)

// secretFiles is a data set in which everything about a number of students is alike, whatever it is, but that number.
func secretFiles(students int) fstest.MapFS {
	mobility := []string{"academic_year_id,direction,institution_id,kind,level,faculty,participants,aided_participants,aid_amount,cost_amount"}
	for y := 2012; y < 2018; y++ {
		for p, partner := range []string{"leeds", "malta", "xian", "taipei"} {
			for d, direction := range []string{"outbound", "inbound"} {
				n := 40000 * (1 + p + d + y - 2012)
				if partner == "malta" && direction == "outbound" {
					n = 0
				}
				if partner == "malta" && direction == "outbound" && y == 2017 {
					n = students
				}
				if n > 0 {
					mobility = append(mobility, fmt.Sprintf("%d/%d,%s,%s,student-studies,bachelor,LET,%d,%d,900000,2000000", y, y+1, direction, partner, n, n/40000*20000))
				}
			}
		}
	}
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"dataset.yaml": "id: secret\nname: Home University\nhome_place: HK\nhome_institution: home\nas_of: 2018-08-31\ncurrency: HKD\n",
		"mobility.csv": strings.Join(mobility, "\n") + "\n",
		"institutions.csv": "institution_id,name,country_code,city,lat,lng,kind\nhome,Home University,HK,Hong Kong,22.3,114.2,university\n" +
			"leeds,University of the North,GB,Leeds,53.8,-1.5,university\nmalta,University of the Island,MT,Valletta,35.9,14.5,university\n" +
			"xian,University of the Wall,CN,Xi'an,34.3,108.9,university\ntaipei,University of the Basin,TW,Taipei,25,121.5,university\n",
		"agreements.csv": "agreement_id,institution_id,kind,start_date,end_date,in_effect\na1,malta,exchange,2014-09-01,2018-12-31,true\n",
		"faculties.csv":  "faculty_id,name\nLET,Letters\n",
		"enrolment.csv":  "academic_year_id,level,faculty,students\n2017/2018,bachelor,LET,2000000\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// secretServer serves it.
func secretServer(t *testing.T, files fstest.MapFS, least disclose.Mode) *Server {
	t.Helper()
	snapshot, report, err := store.Load(t.Context(), store.Source{Dataset: files, Geo: os.DirFS("../data/geo")})
	if err != nil {
		t.Fatal(err, report)
	}
	network, err := analytics.New(t.Context(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	c, err := config()
	if err != nil {
		t.Fatal(err)
	}
	c.Live, c.Least = analytics.NewLive(network, nil), least
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = network.Close() })
	return s
}

func (s *Server) answered(t *testing.T, address string) (int, string) {
	t.Helper()
	request := httptest.NewRequest(http.MethodGet, address, nil)
	request.Host = "localhost"
	response, err := s.App().Test(request, -1)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	lease, err := s.live.Lease()
	if err != nil {
		t.Fatal(err)
	}
	defer lease.Release()
	return response.StatusCode, strings.ReplaceAll(string(body), lease.Network().Version(), "VERSION")
}

// The numbers beside it are large: percentages are told to a tenth, as HESA has them, which of a few hundred people is a
// person. Nobody can tell from any answer under a rule whether one student or two went to Malta: charts, tables, pictures, key
// figures with their courses and changes, findings, explanations, partners, places and the board are the same to the
// last letter. Exact answers are not, which proves that the test would see it.
func TestNoAnswerTellsOneStudentFromTwo(t *testing.T) {
	one, two := secretServer(t, secretFiles(1), ""), secretServer(t, secretFiles(2), "")
	different := map[string]int{}
	for _, address := range secretAddresses(t, one) {
		for _, mode := range []string{"off", "hesa", "threshold"} {
			asked := address + "&disclosure=" + mode
			statusOne, first := one.answered(t, asked)
			statusTwo, second := two.answered(t, asked)
			if statusOne != http.StatusOK || statusTwo != http.StatusOK {
				t.Fatalf("%s: %d and %d: %.200s", asked, statusOne, statusTwo, first)
			}
			if first == second {
				continue
			}
			different[mode]++
			if mode != "off" {
				at := 0
				for at < min(len(first), len(second)) && first[at] == second[at] {
					at++
				}
				t.Errorf("%s tells one from two: …%.120s… and …%.120s…", asked, first[max(at-60, 0):], second[max(at-60, 0):])
			}
		}
	}
	if different["off"] < 30 {
		t.Errorf("only %d exact answers differ: the test sees too little", different["off"])
	}
}

func secretAddresses(t *testing.T, s *Server) []string {
	t.Helper()
	var addresses []string
	add := func(path string, queries ...string) {
		for _, query := range append([]string{""}, queries...) {
			addresses = append(addresses, "/api/v1/"+path+"?lang=en"+query)
		}
	}
	_, list := s.answered(t, "/api/v1/charts")
	for _, c := range decode[struct {
		Charts []struct {
			ID        string
			Available bool
		}
	}](t, []byte(list)).Charts {
		if !c.Available {
			continue
		}
		add("charts/"+c.ID, "&place=MT", "&direction=outbound", "&from=2017/2018", "&region=europe")
		add("charts/" + c.ID + ".csv")
		_, text := s.answered(t, "/api/v1/charts/"+c.ID)
		rows := decode[struct{ Rows []json.RawMessage }](t, []byte(text)).Rows
		for row := range min(len(rows), 3) {
			addresses = append(addresses, fmt.Sprintf("/api/v1/explain?lang=en&chart=%s&row=%d", c.ID, row))
		}
	}
	for _, subject := range []string{"overview", "mobility", "mainland", "places", "partners"} {
		add("kpis", "&subject="+subject, "&place=MT&subject="+subject)
	}
	for _, id := range []string{"outbound-overseas", "inbound-overseas"} {
		addresses = append(addresses, "/api/v1/explain?lang=en&kpi="+id)
	}
	add("charts/mobility-trend.svg", "&place=MT")
	add("findings", "&subject=mobility", "&place=MT")
	add("partners", "&place=MT")
	add("partners/malta")
	add("places")
	add("places/MT")
	add("board")
	return addresses
}

// Pages are exact and files rounded, as the data set has it; what is asked for goes before, and what a server insists
// on before that.
func TestModesByWhatAnAnswerIsFor(t *testing.T) {
	files := secretFiles(3)
	open, strict := secretServer(t, files, ""), secretServer(t, files, disclose.HESA)
	files["dataset.yaml"] = &fstest.MapFile{Data: []byte(string(files["dataset.yaml"].Data) + "disclosure: {files: off}\n")}
	public := secretServer(t, files, "")
	const malta = "?place=MT&direction=outbound"
	for name, c := range map[string]struct {
		server       *Server
		address      string
		exact, round bool
	}{
		"a page":                      {open, "/api/v1/charts/mobility-trend" + malta, true, false},
		"a table":                     {open, "/api/v1/charts/mobility-trend.csv" + malta, false, true},
		"an exact table, asked for":   {open, "/api/v1/charts/mobility-trend.csv" + malta + "&disclosure=off", true, false},
		"a rounded page, asked for":   {open, "/api/v1/charts/mobility-trend" + malta + "&disclosure=hesa", false, true},
		"a page of a strict server":   {strict, "/api/v1/charts/mobility-trend" + malta, false, true},
		"a table of a public network": {public, "/api/v1/charts/mobility-trend.csv" + malta, true, false},
	} {
		status, body := c.server.answered(t, c.address)
		exact := strings.Contains(body, `"Outbound",3,`) || strings.Contains(body, ",Outbound,3,")
		round := strings.Contains(body, `"Outbound",5,`) || strings.Contains(body, ",Outbound,5,")
		if status != http.StatusOK || exact != c.exact || round != c.round {
			t.Errorf("%s (%s): status %d, exact %v, rounded %v: %.600s", name, c.address, status, exact, round, body)
		}
	}
	if status, body := strict.answered(t, "/api/v1/charts/mobility-trend?disclosure=off"); status != http.StatusForbidden || !strings.Contains(body, "the least strict mode here is hesa") {
		t.Errorf("a strict server answers off with %d %s", status, body)
	}
	if status, body := open.answered(t, "/api/v1/charts/mobility-trend?disclosure=some"); status != http.StatusBadRequest || !strings.Contains(body, "off, hesa or threshold") {
		t.Errorf("what is no mode is answered with %d %s", status, body)
	}
}
