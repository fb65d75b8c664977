package ingest_test

import (
	"context"
	"os"
	"testing"
	"testing/fstest"

	"meridian/data/ingest"
)

// decided reads files with decisions about them.
func decided(t *testing.T, decisions string, files map[string]string) (*ingest.Report, kept) {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	rows := kept{}
	report, err := ingest.Read(context.Background(), ingest.Source{Dataset: folder, Geo: os.DirFS("../geo"),
		Settings: []byte("id: x\nname: X\nas_of: 2020-01-01\n"), Decisions: []byte("kind,value,target\n" + decisions)}, rows)
	if err != nil {
		t.Fatal(err)
	}
	return report, rows
}

func TestAPlaceDecidedToBeNoneIsNotStated(t *testing.T) {
	report, rows := decided(t, "place,Sudan (pre-secession),\n", map[string]string{
		"flows.csv":          "academic_year_id,origin_code,destination_code,participants\n2017/18,Sudan (pre-secession),DE,7\n2017/18,FR,Sudan (pre-secession),2\n",
		"copublications.csv": "academic_year_id,place_a,place_b,works\n2017/18,DE,Sudan (pre-secession),3\n",
		"institutions.csv":   "institution_id,name,country_code\nbonn,Bonn,DE\n",
		"mobility.csv":       "academic_year_id,direction,institution_id,country_code,participants\n2017/18,inbound,bonn,Sudan (pre-secession),4\n2017/18,inbound,,Sudan (pre-secession),5\n",
	})
	same(t, "the number of errors", report.Errors, 0)
	same(t, "the origin", rows["flows"][0][1], "ZZ")
	same(t, "the destination", rows["flows"][1][3], "ZZ")
	same(t, "the pair", rows["copublications"][0][1:3], []any{"DE", "ZZ"})
	same(t, "the country beside an institution", rows["mobility"][0][3], nil)
	same(t, "the country alone", rows["mobility"][1][3], "ZZ")
}
