package ingest_test

import (
	"strings"
	"testing"
)

// TestEachCheck breaks one thing at a time and expects the file, line, column, reason and remedy of it.
func TestEachCheck(t *testing.T) {
	mobility := "academic_year_id,direction,institution_id,country_code,participants,aided_participants,faculty\n"
	agreements := "agreement_id,institution_id,kind,start_date,end_date,in_effect,mobilities_per_year,isced_f_code\n"
	institutions := "institution_id,name,country_code,subdivision_code,lat,kind,ror_id\n"
	for name, c := range map[string]struct{ file, text, want string }{
		"missing column":      {"mobility.csv", "academic_year_id,direction,country_code\n2017/2018,outbound,GB\n", "error: mobility.csv:1 participants: the required column is missing; add the column"},
		"no header":           {"sources.csv", "page\nother\n", "error: sources.csv:1 source_id: the required column is missing; add the column"},
		"unknown column":      {"sources.csv", "source_id,title,publishr\npage,Page,x\n", "warning: sources.csv:1 publishr: the column “publishr” is not known and is left out; rename it, or map it in dataset.yaml: the nearest known column is publisher"},
		"column twice":        {"sources.csv", "source_id,title,title\npage,Page,x\n", "error: sources.csv:1 title: the column stands twice"},
		"neither key":         {"mobility.csv", mobility + "2017/2018,outbound,,,3,,\n", "mobility.csv:2 institution_id: the row has none of institution_id or country_code"},
		"no such year":        {"mobility.csv", mobility + "2017/2019,outbound,leeds,,3,,\n", "mobility.csv:2 academic_year_id: “2017/2019” does not span two years"},
		"calendar year":       {"mobility.csv", mobility + "2017,outbound,leeds,,3,,\n", "“2017” is not an academic year; write the two years it spans, as 2017/2018"},
		"enum":                {"mobility.csv", mobility + "2017/2018,out,leeds,,3,,\n", "direction: “out” is not one of the values; use outbound or inbound"},
		"not whole":           {"mobility.csv", mobility + "2017/2018,outbound,leeds,,1.5,,\n", "participants: “1.5” is not a whole number"},
		"separator":           {"mobility.csv", mobility + "2017/2018,outbound,leeds,,\"1,100\",,\n", "note: mobility.csv:2 participants: separators of thousands or decimals read, in 1 cell: 1,100 → 1100"},
		"below zero":          {"mobility.csv", mobility + "2017/2018,outbound,leeds,,-1,,\n", "participants: “-1” is below 0"},
		"too many people":     {"mobility.csv", mobility + "2017/2018,outbound,leeds,,3000000000,,\n", "participants: “3000000000” is too large"},
		"more aided":          {"mobility.csv", mobility + "2017/2018,outbound,leeds,,3,4,\n", "aided_participants (4)"},
		"empty required":      {"mobility.csv", mobility + "2017/2018,outbound,leeds,,,,\n", "participants: the cell is empty and the column is required"},
		"no such partner":     {"mobility.csv", mobility + "2017/2018,outbound,nowhere,,3,,\n", "mobility.csv:2 institution_id: “nowhere” is not in institutions.csv"},
		"no such faculty":     {"mobility.csv", mobility + "2017/2018,outbound,leeds,,3,,ART\n", "faculty: “ART” is not in faculties.csv"},
		"no such place":       {"mobility.csv", mobility + "2017/2018,outbound,,ZZ,3,,\n", "country_code: “ZZ” is not a place that is known"},
		"retired place":       {"mobility.csv", mobility + "2017/2018,outbound,,UK,3,,\n", "note: mobility.csv:2 country_code: other spellings or codes read as codes of places, in 1 cell: UK → GB"},
		"two countries":       {"mobility.csv", mobility + "2017/2018,outbound,leeds,NA,3,,\n", "warning: mobility.csv:2 country_code: leeds is in GB according to institutions.csv"},
		"a place by name":     {"mobility.csv", mobility + "2017/2018,OUTBOUND,,united kingdom,3,,\n", "note: mobility.csv:2 country_code: names read as codes of places, in 1 cell: united kingdom → GB"},
		"too few cells":       {"mobility.csv", mobility + "2017/2018,outbound\n", "mobility.csv:2: the row has 2 cells, the header has 7"},
		"open quote":          {"mobility.csv", mobility + "2017/2018,\"outbound,leeds,,3,,\n", "mobility.csv:2"},
		"line after a break":  {"mobility.csv", mobility + "2017/2018,outbound,leeds,,3,,\"ENG\n\"\n2017/2018,outbound,leeds,,x,,\n", "mobility.csv:4 participants"},
		"utf-16":              {"sources.csv", "\xff\xfes\x00o\x00", "note: sources.csv: the text was read as utf-16le"},
		"latin-1":             {"sources.csv", "source_id,title\npage,Universit\xe9\n", "warning: sources.csv: the text was read as windows-1252"},
		"control character":   {"sources.csv", "source_id,title\npage,The\x01 page\n", "error: sources.csv:2 title: the text holds the invisible character U+0001 at position 4; remove it"},
		"escape sequence":     {"sources.csv", "source_id,title\npage,\x1b[31mPage\n", "sources.csv:2 title: the text holds the invisible character U+001B"},
		"no character":        {"sources.csv", "source_id,title\npage,Page\ufffe\n", "sources.csv:2 title: the text holds the invisible character U+FFFE at position 5"},
		"hidden column":       {"sources.csv", "source_id,title,\x1b[2J\npage,Page,\n", "warning: sources.csv:1 \ufffd[2J: the column"},
		"hidden in the name":  {"dataset.yaml", "id: x\nname: \"X\\x07\"\nhome_place: HK\n", "dataset.yaml:2 name: the text holds the invisible character U+0007"},
		"script for a link":   {"sources.csv", "source_id,title,url\npage,Page,javascript:alert(1)\n", "sources.csv:2 url: “javascript:alert(1)” is not a web address; write it in full, as https://"},
		"data for a link":     {"alliances.csv", "alliance_id,name,website\nista,ISTA,\"data:text/html,x\"\n", "alliances.csv:2 website: “data:text/html,x” is not a web address"},
		"half a link":         {"sources.csv", "source_id,title,url\npage,Page,www.example.edu\n", "url: “www.example.edu” is not a web address"},
		"link to nowhere":     {"sources.csv", "source_id,title,url\npage,Page,https:///x\n", "url: “https:///x” is not a web address"},
		"link with a break":   {"sources.csv", "source_id,title,url\npage,Page,\"https://a.example/\nx\"\n", "is not a web address"},
		"empty file":          {"sources.csv", "\n", "error: sources.csv: there is no header among the first rows; put the names of the columns on the first line"},
		"end before start":    {"agreements.csv", agreements + "a1,leeds,mou,2018-09-01,2017-08-31,,,\n", "agreements.csv:2 end_date: end_date (2017-08-31) is below start_date (2018-09-01)"},
		"no date":             {"agreements.csv", agreements + "a1,leeds,mou,31/12/18,,,,\n", "start_date: “31/12/18” is not a date: the year has two digits; write year-month-day, as 2018-08-31"},
		"no such day":         {"agreements.csv", agreements + "a1,leeds,mou,2018-02-30,,,,\n", "“2018-02-30” is not a date"},
		"flag":                {"agreements.csv", agreements + "a1,leeds,mou,,,maybe,,\n", "in_effect: “maybe” is neither true nor false"},
		"isced":               {"agreements.csv", agreements + "a1,leeds,mou,,,,,3\n", "isced_f_code: “3” is not an ISCED-F 2013 code"},
		"twice":               {"agreements.csv", agreements + "a1,leeds,mou,,,,,\na1,zju,mou,,,,,\n", "agreements.csv:3 agreement_id: the same agreement_id stands on line 2 already"},
		"latitude":            {"institutions.csv", institutions + "home,Home,HK,,122,university,\n", "lat: “122” is not a latitude"},
		"not a number":        {"institutions.csv", institutions + "home,Home,HK,,NaN,university,\n", "lat: “NaN” is not a number"},
		"ror":                 {"institutions.csv", institutions + "home,Home,HK,,,university,ror.org/1\n", "ror_id: “ror.org/1” is not a ROR id"},
		"no such province":    {"institutions.csv", institutions + "home,Home,HK,,,,\nzju,Z,CN,CN-ZZ,,,\n", "institutions.csv:3 subdivision_code: “CN-ZZ” is not in subdivisions.csv"},
		"space in an id":      {"institutions.csv", institutions + "ho\u00a0me,Home,HK,,,,\n", "note: institutions.csv:2 institution_id: double, unbreakable or full-width characters made plain, in 1 cell: ho·me → ho me"},
		"source missing":      {"sources.csv", "", "the column refers to sources.csv, which the folder does not have"},
		"partners missing":    {"institutions.csv", "", "projects.csv:2 institution_id: the column refers to institutions.csv, which the folder does not have"},
		"row twice":           {"mobility.csv", mobility + "2017/2018,outbound,leeds,,3,,\n2017/2018,outbound,leeds,,4,,\n2017/2018,outbound,leeds,,3,,\n", "warning: mobility.csv:4: the row is the same in every cell as line 2; both are counted"},
		"decimal comma":       {"mobility.csv", strings.Replace(mobility, "faculty", "months", 1) + "2017/2018,outbound,leeds,,3,,\"2,5\"\n2017/2018,outbound,leeds,,3,,1.5\n2017/2018,outbound,leeds,,3,,\"3,5\"\n", "error: mobility.csv:3 months: “1.5” has a decimal point, while “2,5” on line 2 is read with a decimal comma; write the column's numbers in one way, or state decimal"},
		"decimal or thousand": {"mobility.csv", strings.Replace(mobility, "faculty", "months", 1) + "2017/2018,outbound,leeds,,3,,\"2,500\"\n", "warning: mobility.csv:2 months: nothing in the column tells whether its separators part thousands or decimals, and “2,500” was read with a decimal point; state decimal"},
		"too much text":       {"sources.csv", "source_id,title\npage," + strings.Repeat("x ", 20_000) + "y\n", "error: sources.csv:2 title: the cell holds 40001 bytes, the most is 32768; shorten the text"},
		"two signs":           {"mobility.csv", strings.Replace(mobility, "faculty", "months,aid_amount", 1) + "2017/2018,outbound,leeds,,3,,\"2,5\",100.25\n", "warning: mobility.csv:2 months: the column has a decimal comma, and aid_amount a decimal point (“100.25” on line 2)"},
		"not available":       {"mobility.csv", mobility + "2017/2018,outbound,,NA,3,N/A,\n2017/2018,outbound,,HK,3,..,\n", "note: mobility.csv:2 aided_participants: words for “not known” read as empty, in 2 cells"},
		"place not known":     {"mobility.csv", mobility + "2017/2018,outbound,,n/a,3,,\n", "error: mobility.csv:2 country_code: “n/a” names no place"},
		"point elsewhere":     {"institutions.csv", strings.Replace(institutions, "kind,ror_id", "lng,ror_id", 1) + "home,Home,HK,,51.5,-0.1,\n", "warning: institutions.csv:2 lat: the point 51.5, -0.1 lies in United Kingdom (GB), "},
		"point turned":        {"institutions.csv", strings.Replace(institutions, "kind,ror_id", "lng,ror_id", 1) + "home,Home,NA,,17.1,-22.6,\n", "the two look swapped: lat is -22.6 and lng 17.1"},
		"dates of two kinds":  {"agreements.csv", agreements + "a1,leeds,mou,25/12/2017,,,,\na2,leeds,mou,12/25/2017,,,,\n", "error: agreements.csv:3 start_date: “12/25/2017” can only be read as M/D/Y, while “25/12/2017” on line 2 is read as D/M/Y"},
		"dates in doubt":      {"agreements.csv", agreements + "a1,leeds,mou,03/04/2017,,,,\n", "warning: agreements.csv:2 start_date: nothing in the column tells whether its days or its months come first, and “03/04/2017” was read with the day first; state dates: D/M/Y"},
		"day as a number":     {"agreements.csv", agreements + "a1,leeds,mou,43343,,,,\n", "start_date: “43343” is not a date: it looks like the number a spreadsheet keeps for a day"},
		"ror check digits":    {"institutions.csv", institutions + "home,Home,HK,,,,https://ror.org/0030zas99\n", "ror_id: “https://ror.org/0030zas99” is not a ROR id"},
		"moment":              {"alliances.csv", "alliance_id,name,founded\nista,ISTA,long ago\n", "founded: “long ago” is not a year, a month or a date"},
		"left before joined":  {"memberships.csv", "alliance_id,institution_id,joined,left\nista,zju,2010,2001-05\n", "left (2001-05) is below joined (2010)"},
		"misspelt file":       {"mobilty.csv", "x\n", "warning: mobilty.csv: the file is not known and is left out; map it under files in dataset.yaml, or rename it: the nearest known name is mobility.csv"},
		"no dataset":          {"dataset.yaml", "", "error: dataset.yaml: the folder has no dataset.yaml; let meridian init DIR look at the files and write one, or name one that lies elsewhere with --dataset"},
		"unknown key":         {"dataset.yaml", "id: x\nname: X\nhome_place: HK\nhom_place: HK\n", "error: dataset.yaml:4 hom_place: the key is not known; remove it or correct it: the nearest known key is home_place"},
		"not yaml":            {"dataset.yaml", "id: [x\n", "error: dataset.yaml:1"},
		"month by name":       {"dataset.yaml", "id: x\nname: X\nhome_place: HK\nacademic_year: {start_month: May}\n", "error: dataset.yaml:4: “May” is not of the type int"},
		"empty dataset":       {"dataset.yaml", "\n", "dataset.yaml id: is required"},
		"no name":             {"dataset.yaml", "id: x\nhome_place: HK\n", "dataset.yaml name: is required"},
		"home nowhere":        {"dataset.yaml", "id: x\nname: X\nhome_place: ZZ\n", "dataset.yaml:3 home_place: “ZZ” is not a place that is known"},
		"home without list":   {"institutions.csv", "", "error: dataset.yaml:4 home_institution: “home” is not in institutions.csv"},
		"home not listed":     {"dataset.yaml", "id: x\nname: X\nhome_place: HK\nhome_institution: other\n", "home_institution: “other” is not in institutions.csv"},
		"month":               {"dataset.yaml", "id: x\nname: X\nhome_place: HK\nacademic_year:\n  start_month: 13\n", "academic_year.start_month: is not a month"},
		"as of":               {"dataset.yaml", "id: x\nname: X\nhome_place: HK\nas_of: soon\n", "as_of: is not a date"},
		"half a point":        {"dataset.yaml", "id: x\nname: X\nhome_place: HK\nhome_lng: 3\n", "home_lng and home_lat are given together"},
		"disclosure":          {"dataset.yaml", "id: x\nname: X\nhome_place: HK\ndisclosure: {files: exact}\n", "“exact” is no rule for small numbers of people"},
		"language":            {"dataset.yaml", "id: x\nname: X\nhome_place: HK\nlanguages: [fr]\n", "“fr” is not a language of this program"},
	} {
		t.Run(name, func(t *testing.T) {
			report := check(t, map[string]string{c.file: c.text})
			for _, problem := range report.Problems {
				if strings.Contains(problem.String(), c.want) {
					return
				}
			}
			t.Errorf("no problem says %q; there are %v", c.want, report.Problems)
		})
	}
}

func TestOneMistakeIsToldOnce(t *testing.T) {
	report := check(t, map[string]string{"institutions.csv": `institution_id,name,country_code,lat
home,Home,HK,
zju,Z,CN,300
ntu,N,TW,
leeds,L,GB,
unam,U,NA,
`})
	if report.Errors != 1 {
		t.Errorf("errors: %v", report.Problems)
	}
	report = check(t, map[string]string{"sources.csv": ""})
	if files := len(report.Files); report.Errors > files {
		t.Errorf("%d errors for one missing file that %d files refer to", report.Errors, files)
	}
}
