package match_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"meridian/data/match"
)

func FuzzReadDecisions(f *testing.F) {
	for _, seed := range []string{"kind,value,target,note\nplace,X,DE,because\n", "\ufeffkind;value;target\r\ninstitution;a;https://ror.org/0030zas98\r\n",
		"kind,value,target\nplace,\"a\nb\",?\n", "kind,value,target\nplace,\"a,DE\n", "target,kind\n", "kind,value,target\nplace,=1+1,ZZ\n\n,,\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		decisions, _, err := match.ReadDecisions(strings.NewReader(text))
		if err != nil {
			return
		}
		var written bytes.Buffer
		if err := decisions.Write(&written); err != nil {
			t.Fatal(err)
		}
		again, faults, err := match.ReadDecisions(&written)
		if err != nil || len(faults) > 0 || !slices.Equal(again.Rows(), decisions.Rows()) {
			t.Errorf("%q became %q: %v %v", decisions.Rows(), again.Rows(), faults, err)
		}
	})
}

func FuzzReadExtract(f *testing.F) {
	for _, seed := range []string{"ror_id,name,country_code\nhttps://ror.org/0030zas98,PolyU,HK\n", "id,name,country.country_code,lat,lng\nx,y\n",
		"\ufeffror_id,name,country_code,aliases\n0030zas98,\"(a) - b, c / d\",HK,en: X; zh: 香港理工大學\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		list, err := match.ReadExtract(strings.NewReader(text))
		if err != nil {
			return
		}
		r := registry(t, list...)
		if r.Size() > len(list) {
			t.Errorf("%d records of %d", r.Size(), len(list))
		}
		for i, o := range list[:min(3, len(list))] {
			matched(t, r, nil, match.Institution{ID: string(rune('a' + i)), Name: o.Name, Country: o.Country, City: o.City})
		}
	})
}

func FuzzResolve(f *testing.F) {
	p := places(f)
	for _, seed := range []string{"HK", "Côte d’Ivoire", "Korea (Republic of)", "AT - Austria", "ＵＫ", "剛果", "(((", "N/A", "\xff\xfe", "ﷺ", "İstanbul,"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		meaning, ok := p.Resolve(text)
		again, also := p.Resolve(strings.ToUpper(" " + text + "\u00a0"))
		if ok && p.Name(meaning.Code) == "" {
			t.Errorf("%q means %+v, which is no place", text, meaning)
		}
		if ok && also && meaning.Code != again.Code {
			t.Errorf("%q means %s, in capitals %s", text, meaning.Code, again.Code)
		}
		if refusal := p.Refused(text, 2); !ok && (refusal.Reason == "" || len(refusal.Candidates) > 2) {
			t.Errorf("%q: %+v", text, refusal)
		}
	})
}
