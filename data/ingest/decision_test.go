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

const namedInstitutions = "institution_id,name,name_zh_hant,country_code,ror_id\nzju,Zhejiang University,浙江大學,CN,\n" +
	"a,City College,,GB,\nb,City  college,,IE,\npolyu,PolyU,,HK,https://ror.org/0030zas98\n"

func agreementsWith(names ...string) string {
	text := "agreement_id,institution_id\n"
	for i, name := range names {
		text += string(rune('a'+i)) + "," + name + "\n"
	}
	return text
}

func TestInstitutionsAreFoundByName(t *testing.T) {
	report, rows := decided(t, "institution,Zheda,zju\ninstitution,Poly U,https://ror.org/0030zas98\n", map[string]string{
		"institutions.csv": namedInstitutions,
		"ror.csv":          "ror_id,name,aliases,country_code\nhttps://ror.org/0030zas98,Hong Kong Polytechnic University,香港理工大學,HK\n",
		"agreements.csv":   agreementsWith("zju", "浙江大學", "ZHEJIANG university", "Zheda", "香港理工大學", "The Hong Kong Polytechnic University", "Poly U"),
	})
	same(t, "the number of errors", report.Errors, 0)
	var ids []any
	for _, row := range rows["agreements"] {
		ids = append(ids, row[1])
	}
	same(t, "the institutions", ids, []any{"zju", "zju", "zju", "zju", "polyu", "polyu", "polyu"})
	told(t, report, "note: agreements.csv:3 institution_id: names read as ids of institutions, in 4 cells: 浙江大學 → zju, ZHEJIANG university → zju")
	told(t, report, "values decided in decisions.csv read as institutions, in 2 cells: Zheda → zju")
}

func TestInstitutionsThatAreNotCertainAreRefused(t *testing.T) {
	report, _ := decided(t, "", map[string]string{"institutions.csv": namedInstitutions, "agreements.csv": agreementsWith("City College", "Zhejang University", "?!")})
	same(t, "the number of errors", report.Errors, 3)
	told(t, report, "“City College” is the name of several institutions; write one of the ids a or b, or decide it in decisions.csv")
	told(t, report, "“Zhejang University” is not in institutions.csv, neither as an id nor as a name; write an id or a name of institutions.csv, add it there, or decide it in decisions.csv; nearest: zju (Zhejiang University)")
	report, _ = decided(t, "institution,Zheda,zjo\ninstitution,zju,a\n", map[string]string{"institutions.csv": namedInstitutions})
	told(t, report, "error: decisions.csv:2 target: “zjo” is neither a ROR id nor the id of an institution of institutions.csv")
	told(t, report, "error: decisions.csv:3 target: “a” is not a ROR id")
}
