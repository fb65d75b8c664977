package analytics

import (
	"strings"
	"testing/fstest"
)

// ratesFiles are three years small enough to work every rate out by hand. The partners are in Germany, France, the
// United States and on the Chinese mainland; home is Hong Kong.
func ratesFiles() fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"dataset.yaml": "id: rates\nname: Rates\nhome_place: HK\nhome_institution: home\nhome_lng: 114.2\nhome_lat: 22.3\nas_of: 2018-08-31\n",
		"institutions.csv": `institution_id,name,country_code,kind
home,Home,HK,university
a,Alpha,DE,university
b,Beta,FR,university
c,Gamma,US,university
d,Delta,CN,university
`,
		"faculties.csv": "faculty_id,name\nF1,First\nF2,Second\n",
		"mobility.csv": `academic_year_id,direction,institution_id,kind,level,faculty,isced_f_code,participants
2015/2016,outbound,a,student-studies,bachelor,F1,0311,25
2015/2016,outbound,c,student-studies,bachelor,F1,0311,60
2016/2017,outbound,a,student-studies,bachelor,F1,0311,30
2016/2017,outbound,b,student-studies,master,F2,0613,10
2016/2017,outbound,c,student-traineeship,bachelor,F1,0311,20
2016/2017,outbound,a,staff-teacher,,F1,,2
2016/2017,inbound,a,student-studies,bachelor,F1,0311,20
2016/2017,inbound,d,student-studies,,F2,,20
2017/2018,outbound,a,student-studies,bachelor,F1,0311,40
2017/2018,outbound,b,student-studies,master,F2,0613,20
2017/2018,outbound,d,student-studies,doctorate,F2,061,20
2017/2018,inbound,a,student-studies,bachelor,F1,0311,30
2017/2018,inbound,b,student-studies,bachelor,F2,0311,10
`,
		"projects.csv": `project_id,project_type,institution_id,faculty,start_date
p1,joint-research,a,F1,2016-10-01
p2,conference,c,F2,2017-10-01
`,
		"enrolment.csv": `academic_year_id,level,faculty,students
2016/2017,bachelor,,900
2016/2017,master,,100
2016/2017,,F1,600
2016/2017,,F2,400
2017/2018,,,1000
2017/2018,bachelor,F1,300
2017/2018,master,F1,200
2017/2018,,F2,500
`,
		"targets.csv": `metric_id,academic_year_id,region,country_code,value
exchange_out_overseas,2017/2018,,,50
exchange_out_overseas,2017/2018,europe,,80
exchange_out_overseas,2017/2018,africa,,5
exchange_out_overseas,2018/2019,,,70
exchange_in_overseas,2017/2018,,DE,40
exchange_out_mainland_taiwan,2017/2018,,,25
exchange_partners,2017/2018,,,4
exchange_partner_places,2017/2018,,,2
collaborative_projects,2017/2018,,,2
`,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// ratesWith are the same files with rows added to one.
func ratesWith(name string, rows ...string) fstest.MapFS {
	files := ratesFiles()
	files[name] = &fstest.MapFile{Data: append(files[name].Data, strings.Join(rows, "\n")+"\n"...)}
	return files
}
