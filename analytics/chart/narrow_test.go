package chart

import (
	"encoding/json"
	"testing"
)

// A narrow chart may draw fewer marks: the wide one gets all of its own back, each as it was.
func TestNarrowGivesDataBackWhole(t *testing.T) {
	o := Option{"series": []Option{{"data": []item{{Name: "a", Value: 1, Label: Option{"show": true}}, {Name: "b", Value: 2}}}}}.
		Narrow(480, Option{"series": []Option{{"data": []item{{Name: "b", Value: 2, Label: Option{"show": false}}}}}})
	text, err := json.Marshal(o["media"].([]any)[1])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"option":{"series":[{"data":[{"label":{"show":true},"name":"a","value":1},{"name":"b","value":2}]}]}}`
	if string(text) != want {
		t.Errorf("the wide case is\n%s\nwant\n%s", text, want)
	}
}
