package analytics

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// lisbonPartners are partners of the university in Lisbon: id, name, place, city, longitude and latitude, and how many
// students a year go and come. None is in Hong Kong or on the Chinese mainland.
var lisbonPartners = []struct {
	id, name, place, city string
	lng, lat              float64
	out, in               int
}{
	{"porto-alegre", "Universidade do Sul", "BR", "Porto Alegre", -51.2, -30.0, 14, 62},
	{"recife", "Universidade do Nordeste", "BR", "Recife", -34.9, -8.1, 9, 31},
	{"madrid", "Universidad de la Villa", "ES", "Madrid", -3.7, 40.4, 58, 49},
	{"lyon", "Université des Deux Fleuves", "FR", "Lyon", 4.8, 45.8, 33, 28},
	{"torino", "Università del Po", "IT", "Torino", 7.7, 45.1, 41, 37},
	{"krakow", "Uniwersytet Wisły", "PL", "Kraków", 19.9, 50.1, 22, 40},
	{"leiden", "Universiteit aan de Rijn", "NL", "Leiden", 4.5, 52.2, 27, 12},
	{"maputo", "Universidade do Índico", "MZ", "Maputo", 32.6, -25.9, 3, 19},
	{"praia", "Universidade do Atlântico", "CV", "Praia", -23.5, 14.9, 2, 17},
	{"boston", "College on the Charles", "US", "Boston", -71.1, 42.4, 11, 6},
	{"macao", "University of the Peninsula", "MO", "Macao", 113.5, 22.2, 6, 9},
	{"taipei", "University of the Basin", "TW", "Taipei", 121.5, 25.0, 4, 5},
	{"tokyo", "University of the Bay", "JP", "Tokyo", 139.7, 35.7, 8, 10},
}

// lisbonFiles are the files of a data set told from Portugal, with amounts in euros and without Chinese names: what a
// university that has nothing to do with Hong Kong would bring.
func lisbonFiles() fstest.MapFS {
	institutions := []string{"institution_id,name,country_code,city,lat,lng,kind", "lisboa,Universidade do Tejo,PT,Lisboa,38.74,-9.16,university"}
	agreements := []string{"agreement_id,institution_id,kind,start_date,end_date,in_effect,mobilities_per_year"}
	projects := []string{"project_id,project_type,title,institution_id,faculty,start_date"}
	mobility := []string{"academic_year_id,direction,institution_id,country_code,kind,faculty,participants,aid_amount,cost_amount,aided_participants"}
	types := []string{"joint-research", "conference", "student-exchange", "staff-training"}
	for i, p := range lisbonPartners {
		institutions = append(institutions, fmt.Sprintf("%s,%s,%s,%s,%g,%g,university", p.id, p.name, p.place, p.city, p.lat, p.lng))
		agreements = append(agreements, fmt.Sprintf("a%d,%s,exchange,2014-09-01,20%d-08-31,true,%d", i, p.id, 18+i%6, p.out))
		for n := range 3 + (len(lisbonPartners)-i)/2 {
			projects = append(projects, fmt.Sprintf("p%d-%d,%s,Study %d,%s,%s,201%d-03-01", i, n, types[(i+n)%len(types)], n+1, p.id, []string{"LET", "ENG"}[n%2], 4+n%5))
		}
		for year := 2013; year <= 2017; year++ {
			grown := year - 2013
			mobility = append(mobility,
				fmt.Sprintf("%d/%d,outbound,%s,,student-studies,ENG,%d,%d,%d,%d", year, year+1, p.id, p.out+grown, 900*p.out, 2500*p.out, p.out/2),
				fmt.Sprintf("%d/%d,inbound,%s,,student-studies,LET,%d,,,", year, year+1, p.id, p.in+2*grown))
		}
	}
	for year := 2013; year <= 2017; year++ {
		mobility = append(mobility, fmt.Sprintf("%d/%d,inbound,,ZZ,student-studies,,%d,,,", year, year+1, 21))
	}
	lines := func(rows []string) string { return strings.Join(rows, "\n") + "\n" }
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"dataset.yaml": `id: tejo
name: Universidade do Tejo
home_place: PT
home_institution: lisboa
home_lng: -9.157
home_lat: 38.737
as_of: 2018-08-31
currency: EUR
`,
		"institutions.csv": lines(institutions), "agreements.csv": lines(agreements),
		"projects.csv": lines(projects), "mobility.csv": lines(mobility),
		"faculties.csv":      "faculty_id,name\nLET,Letters\nENG,Engineering\n",
		"alliances.csv":      "alliance_id,acronym,name,founded\nalu,ALU,Atlantic League of Universities,1998\n",
		"memberships.csv":    "alliance_id,institution_id,role\nalu,lisboa,founder\nalu,recife,member\nalu,praia,member\nalu,boston,member\nalu,madrid,member\n",
		"sources.csv":        "source_id,title,publisher\nreport,Annual report,Universidade do Tejo\n",
		"figures.csv":        "figure_id,metric_id,value,unit,qualifier,as_of,quote,source_id\nalu-members,alu_members,24,institutions,exactly,2018,24 members,report\n",
		"establishments.csv": "establishment_id,name,kind,institution_id,city,lat,lng\nmacao-office,Liaison office in Macao,liaison_office,macao,Macao,22.2,113.5\n",
		"milestones.csv":     "date,title,pillar\n1998,Founding of the Atlantic League,alliances\n2015-09,Student exchange doubles,mobility\n",
		"enrolment.csv":      "academic_year_id,level,students\n2017/2018,,9800\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}
