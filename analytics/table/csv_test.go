package table

import (
	"strings"
	"testing"
)

func TestWriteCSV(t *testing.T) {
	columns := []Column{{Name: "code", Hidden: true}, {Name: "place", Label: "Country or region"}, {Name: "n", Label: "Students"}}
	rows := [][]any{{"NA", "Namibia", int64(3)}, {"X", "=1+1", nil}, {"Y", "Côte d'Ivoire, \"x\"\nline", 2.5}, {"Z", "-9", true}}
	var b strings.Builder
	if err := WriteCSV(&b, columns, rows, []Origin{{"Evidence", []string{"published", "derived", "", "illustrative"}}}, true); err != nil {
		t.Fatal(err)
	}
	want := "\ufeffCountry or region,Students,Evidence\r\nNamibia,3,published\r\n'=1+1,,derived\r\n\"Côte d'Ivoire, \"\"x\"\"\r\nline\",2.5,\r\n'-9,true,illustrative\r\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}
