package match_test

import (
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"meridian/data/match"
)

func places(t testing.TB) *match.Places {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "geo", "places.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := match.ReadPlaces(file)
	if err != nil {
		t.Fatal(err)
	}
	places, err := match.NewPlaces(rows)
	if err != nil {
		t.Fatal(err)
	}
	return places
}

// foreign opens a file that is not part of the project, or skips the test.
func foreign(t testing.TB, name string) [][]string {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "real-data", name))
	if os.IsNotExist(err) {
		t.Skipf("%s is not here: put the real data beside the project to run this test", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	if strings.Contains(name, "ISO2codes") {
		reader.Comma = ';'
	}
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestResolve(t *testing.T) {
	p := places(t)
	for text, want := range map[string]match.Resolution{
		"HK": {"HK", match.ByCode, 1}, "hk": {"HK", match.ByCode, 1}, " HK ": {"HK", match.ByCode, 1}, "ＨＫ": {"HK", match.ByCode, 1},
		"NA": {"NA", match.ByCode, 1}, "XK": {"XK", match.ByCode, 1}, "ZZ": {"ZZ", match.ByCode, 1},
		"HKG": {"HK", match.ByAlpha3, 1}, "nam": {"NA", match.ByAlpha3, 1},
		"UK": {"GB", match.ByAlias, 1}, "EL": {"GR", match.ByAlias, 1}, "XKX": {"XK", match.ByAlpha3, 1}, "KSV": {"XK", match.ByAlias, 1},
		"Austria": {"AT", match.ByName, 1}, "AUSTRIA": {"AT", match.ByName, 1}, "奧地利": {"AT", match.ByName, 1}, "奥地利": {"AT", match.ByName, 1},
		"Cote d'Ivoire": {"CI", match.ByName, 1}, "CÔTE D’IVOIRE": {"CI", match.ByName, 1}, "Turkiye": {"TR", match.ByName, 1},
		"Saint Lucia": {"LC", match.ByName, 1}, "St Lucia": {"LC", match.ByName, 1}, "The Gambia": {"GM", match.ByName, 1},
		"Trinidad & Tobago": {"TT", match.ByName, 1}, "Aland Islands": {"AX", match.ByName, 1}, "U.K.": {"GB", match.ByAlias, 1},
		"Viet\u00a0Nam": {"VN", match.ByAlias, 1}, "Viet  Nam": {"VN", match.ByAlias, 1}, "臺灣": {"TW", match.ByAlias, 1}, "澳門": {"MO", match.ByAlias, 1},
		"China, Hong Kong SAR": {"HK", match.ByAlias, 1}, "Bahamas, The": {"BS", match.ByName, 1}, "Macao (China)": {"MO", match.ByName, 1},
		"Tanzania (United Republic of)": {"TZ", match.ByAlias, 1}, "Other or not stated": {"ZZ", match.ByName, 1},
		"AT - Austria": {"AT", match.ByName, 1}, "UK - United Kingdom": {"GB", match.ByName, 1},
	} {
		if got, ok := p.Resolve(text); !ok || got != want {
			t.Errorf("%q means %+v, %v, not %+v", text, got, ok, want)
		}
	}
}

// Names that differ by a word or a letter are different places, however statistics write them.
func TestNearMisses(t *testing.T) {
	p := places(t)
	for text, want := range map[string]string{
		"Niger": "NE", "Nigeria": "NG", "Dominica": "DM", "Dominican Republic": "DO", "Dominican Rep.": "DO",
		"Guinea": "GN", "Guinea-Bissau": "GW", "Equatorial Guinea": "GQ", "Papua New Guinea": "PG", "French Guiana": "GF", "Guyana": "GY",
		"Congo": "CG", "Congo, Rep.": "CG", "Congo, Dem. Rep.": "CD", "DR Congo": "CD", "Democratic Republic of the Congo": "CD",
		"Congo, The Democratic Republic of the": "CD", "Republic of the Congo": "CG", "Congo (Brazzaville)": "CG",
		"Korea": "KR", "Korea, Rep.": "KR", "Republic of Korea": "KR", "North Korea": "KP", "Korea, Democratic People's Republic of": "KP",
		"Georgia": "GE", "South Georgia and the South Sandwich Islands": "GS", "Jersey": "JE", "Guernsey": "GG",
		"Macedonia": "MK", "Macedonia, The former Yugoslav Republic of": "MK", "Ireland": "IE", "Northern Ireland": "GB", "Ireland, Republic of": "IE",
		"Samoa": "WS", "American Samoa": "AS", "Sudan": "SD", "South Sudan": "SS", "Virgin Islands, U.S.": "VI", "Virgin Islands (British)": "VG",
		"Micronesia": "FM", "Micronesia, Fed. Sts.": "FM", "Mali": "ML", "Malawi": "MW", "Malaysia": "MY", "Malta": "MT", "Moldova": "MD",
		"Mauritania": "MR", "Mauritius": "MU", "Slovakia": "SK", "Slovenia": "SI", "Austria": "AT", "Australia": "AU", "Iran": "IR", "Iraq": "IQ",
		"Saint Martin (French part)": "MF", "Sint Maarten (Dutch part)": "SX", "Zambia": "ZM", "Gambia": "GM", "Oman": "OM", "Swaziland": "SZ",
		"多米尼克": "DM", "多米尼加共和國": "DO", "尼日爾": "NE", "尼日利亞": "NG", "剛果（金）": "CD", "剛果（布）": "CG",
	} {
		if got, _ := p.Resolve(text); got.Code != want {
			t.Errorf("%q means %q, not %s", text, got.Code, want)
		}
	}
}

func TestUncertainTextsAreRefused(t *testing.T) {
	p := places(t)
	for _, row := range []struct{ text, kind, candidates string }{
		{"Netherlands Antilles", "dissolved", "CW SX BQ"}, {"ANT", "dissolved", "CW SX BQ"}, {"USSR", "dissolved", "RU UA BY"},
		{"Yugoslavia (former)", "dissolved", "RS HR SI"}, {"Sudan (pre-secession)", "dissolved", "SD SS"}, {"Czechoslovakia", "dissolved", "CZ SK"},
		{"Virgin Islands", "ambiguous", "VG VI"}, {"剛果", "ambiguous", "CG CD"}, {"Channel Islands", "ambiguous", "JE GG"},
		{"Africa", "group", ""}, {"European Union", "group", ""},
		{"Other countries", "unstated", "ZZ"}, {"Africa: unknown countries", "unstated", "ZZ"}, {"na", "unstated", "ZZ"}, {"N/A", "unstated", "ZZ"},
		{"Not stated", "unstated", "ZZ"}, {"其他國家", "unstated", "ZZ"},
		{"Nigerr", "unknown", "NE NG"}, {"Germny", "unknown", "DE"}, {"Venezuella", "unknown", "VE"}, {"Republic of Dominica Republic", "unknown", ""},
		{"AT - Australia", "unknown", "AU"}, {"", "unknown", ""}, {"Q", "unknown", ""}, {"12", "unknown", ""}, {"---", "unknown", ""},
	} {
		if got, ok := p.Resolve(row.text); ok {
			t.Errorf("%q is taken for %+v", row.text, got)
		}
		refusal := p.Refused(row.text, 3)
		var codes []string
		for _, candidate := range refusal.Candidates {
			codes = append(codes, candidate.Target)
			if candidate.Name == "" || candidate.Reason == "" || candidate.Score <= 0 || candidate.Score >= 1 {
				t.Errorf("%q: the candidate says too little: %+v", row.text, candidate)
			}
		}
		if refusal.Kind != row.kind || !strings.HasPrefix(strings.Join(codes, " "), row.candidates) {
			t.Errorf("%q is refused as %s with %v, not as %s with %s", row.text, refusal.Kind, codes, row.kind, row.candidates)
		}
		if refusal.Reason == "" || refusal.Remedy == "" || row.text != "" && len(row.text) > 3 && strings.Contains(refusal.Reason, row.text) && row.kind == "unknown" {
			t.Errorf("%q: %+v", row.text, refusal)
		}
	}
}

// Every name of the real files resolves, except those that are no place of today.
func TestUISNames(t *testing.T) {
	p := places(t)
	refused := map[string]string{}
	for _, row := range foreign(t, "uis-student-flows/popular-destinations-by-origin.csv")[1:] {
		for _, name := range row[1:3] {
			if _, ok := p.Resolve(name); !ok {
				refused[name] = p.Refused(name, 1).Kind
			}
		}
	}
	want := map[string]string{"Other countries": "unstated", "Netherlands Antilles": "dissolved", "Sudan (pre-secession)": "dissolved"}
	for _, region := range []string{"Africa", "Asia", "Europe", "Oceania", "North America", "South America", "Caribbean and Central America"} {
		want[region+": unknown countries"] = "unstated"
	}
	if !maps.Equal(refused, want) {
		t.Errorf("refused are %v\nwant %v", refused, want)
	}
}

func TestNamesAgreeWithTheirCodes(t *testing.T) {
	for _, file := range []struct {
		name       string
		text, code int
	}{
		{"openalex-coauthorship/ISO2codes.csv", 1, 0},
		{"uis-student-flows/country-names.csv", 2, 3},
		{"ror/ror_education_active.csv", 6, 7},
	} {
		t.Run(file.name, func(t *testing.T) {
			p := places(t)
			seen := 0
			for _, row := range foreign(t, file.name)[1:] {
				code, ok := p.Resolve(row[file.code])
				if !ok || row[file.text] == "unknown countries" || strings.Contains(row[file.text], "Mcdonald Islands") { // a name written twice over
					continue
				}
				seen++
				if got, _ := p.Resolve(row[file.text]); got.Code != code.Code {
					t.Errorf("%q means %q, and its row says %s", row[file.text], got.Code, row[file.code])
				}
			}
			if seen < 100 {
				t.Errorf("only %d names were compared", seen)
			}
		})
	}
}

func TestTwoPlacesMayNotShareAName(t *testing.T) {
	_, err := match.NewPlaces([]match.Place{
		{Code: "AA", Names: []string{"Sameland"}}, {Code: "BB", Names: []string{"Otherland"}, Aliases: []string{"The Sámeland"}}})
	if err == nil || !strings.Contains(err.Error(), "Sámeland") {
		t.Errorf("the error is %v", err)
	}
}

func BenchmarkResolve(b *testing.B) {
	p := places(b)
	texts := []string{"HK", "Viet Nam", "Côte d’Ivoire", "UK", "Other countries"}
	for i := 0; b.Loop(); i++ {
		p.Resolve(texts[i%len(texts)])
	}
}

// A column that is no column of places must neither take long nor fill the memory.
func TestOtherColumnsAreRefusedQuickly(t *testing.T) {
	p := places(t)
	long := strings.Repeat("Guinea ", 100_000)
	if _, ok := p.Resolve(long); ok || len(p.Refused(long, 3).Candidates) != 0 {
		t.Error("a long text is compared with names")
	}
	begin := time.Now()
	for i := range 100_000 {
		text := "participant " + strconv.Itoa(i)
		if _, ok := p.Resolve(text); ok || p.Refused(text, 0).Kind == "" {
			t.Fatalf("%q is resolved", text)
		}
	}
	if took := time.Since(begin); took > 20*time.Second {
		t.Errorf("100,000 texts took %v", took)
	}
}
