package filter

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"meridian/data/fault"
)

var known = Known{
	"year": {"1999/2000", "2015/2016", "2016/2017", "2017/2018"}, "place": {"DE", "JP", "NA"}, "region": {"europe"},
	"type": {"conference"}, "faculty": {"FB"}, "direction": {"outbound", "inbound"}, "evidence": {"published"},
}

func parse(values map[string]string) (Filter, error) {
	return Parse(func(name string) string { return values[name] }, known)
}

func TestParse(t *testing.T) {
	for name, test := range map[string]struct {
		values map[string]string
		want   Filter
	}{
		"nothing":               {nil, Filter{}},
		"years":                 {map[string]string{"from": "2015/16", "to": "2017-2018"}, Filter{From: "2015/2016", To: "2017/2018"}},
		"a turn of the century": {map[string]string{"from": "1999/00"}, Filter{From: "1999/2000"}},
		"lists are sorted":      {map[string]string{"place": "NA, DE,NA"}, Filter{Place: []string{"DE", "NA"}}},
		"partners":              {map[string]string{"partner": "uni-b, uni-a,uni-b"}, Filter{Partner: []string{"uni-a", "uni-b"}}},
		"every list": {
			map[string]string{"region": "europe", "type": "conference", "faculty": "FB", "direction": "inbound", "evidence": "published"},
			Filter{Region: []string{"europe"}, Type: []string{"conference"}, Faculty: []string{"FB"}, Direction: []string{"inbound"}, Evidence: []string{"published"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := parse(test.values)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCalendarYears(t *testing.T) {
	years := Known{"year": {"2010", "2018"}}
	ask := func(from string) (Filter, error) {
		return Parse(func(name string) string { return map[string]string{"from": from}[name] }, years)
	}
	if got, err := ask("2018"); err != nil || got.From != "2018" {
		t.Errorf("2018 is read as %v, %v", got, err)
	}
	for from, want := range map[string]string{
		"2011":    "from=2011: the data set has no such year; it has 2010 to 2018",
		"2017/18": "from=2017/2018: the data set has no such year; it has 2010 to 2018",
		"soon":    "from=soon is not a year: write 2018",
	} {
		if _, err := ask(from); err == nil || err.Error() != want {
			t.Errorf("%s is refused with %v, want %s", from, err, want)
		}
	}
	if _, err := parse(map[string]string{"from": "2017"}); err == nil {
		t.Error("2017 is taken for an academic year")
	}
}

func TestUnknownValuesAreRefusedByName(t *testing.T) {
	for field, value := range map[string]string{
		"from": "2017", "to": "2018/2019", "place": "DE,XX", "region": "mars", "type": "", "faculty": "'; DROP TABLE", "evidence": "hearsay", "direction": "up",
	} {
		if value == "" {
			continue
		}
		_, err := parse(map[string]string{field: value})
		var refused *fault.Error
		if !errors.As(err, &refused) || refused.Field != field || refused.Code != fault.Invalid {
			t.Errorf("%s=%s: %v", field, value, err)
		}
	}
	if _, err := parse(map[string]string{"from": "2017/00"}); err == nil {
		t.Error("2017/00 was taken for an academic year")
	}
	if _, err := parse(map[string]string{"from": "2017/18", "to": "2015/16"}); err == nil {
		t.Error("years the wrong way round were taken")
	}
}

func TestMapAndParseAgree(t *testing.T) {
	want := Filter{From: "2015/2016", Place: []string{"DE", "JP"}, Evidence: []string{"published"}}
	got, err := parse(want.Map())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestOnlyKeepsWhatAChartHonours(t *testing.T) {
	f := Filter{From: "2015/2016", To: "2017/2018", Place: []string{"DE"}, Type: []string{"conference"}}
	if diff := cmp.Diff(Filter{Place: []string{"DE"}}, f.Only([]string{"place", "region"})); diff != "" {
		t.Error(diff)
	}
}
