// Package sample is a small university for tests: a data set and place names that pass every check.
package sample

import (
	"io/fs"
	"testing/fstest"
)

// Dataset returns the data set's folder, changed as asked: a file's name and its new text, "" to leave it out.
func Dataset(changes map[string]string) fs.FS { return folder(dataset(), changes) }

// Geo returns the folder of place names.
func Geo() fs.FS { return folder(geo(), nil) }

func folder(files, changes map[string]string) fs.FS {
	for name, text := range changes {
		files[name] = text
	}
	tree := fstest.MapFS{}
	for name, text := range files {
		if text != "" {
			tree[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return tree
}

func geo() map[string]string {
	return map[string]string{
		"regions.csv": `code,name,name_zh_hant,name_zh_hans,position
mainland,Chinese mainland,中國內地,中国内地,1
east-asia,East Asia,東亞,东亚,2
europe,Europe,歐洲,欧洲,3
africa,Africa,非洲,非洲,4
`,
		"places.csv": `code,name,name_zh_hant,name_zh_hans,region,grouping,lng,lat,small,alpha3,aliases
HK,Hong Kong,香港,香港,east-asia,home,114.2,22.3,true,HKG,
CN,Chinese mainland,中國內地,中国内地,mainland,mainland_taiwan,104.0,35.0,false,CHN,
TW,Taiwan,台灣,台湾,east-asia,mainland_taiwan,121.0,23.7,false,TWN,
GB,United Kingdom,英國,英国,europe,overseas,-2.0,54.0,false,GBR,UK
NA,Namibia,納米比亞,纳米比亚,africa,overseas,17.2,-22.1,false,NAM,
`,
		"subdivisions.csv": `code,country_code,name,name_zh_hant,name_zh_hans,lng,lat
CN-ZJ,CN,Zhejiang,浙江,浙江,120.1,29.2
CN-SN,CN,Shaanxi,陝西,陕西,108.9,34.3
`,
	}
}

func dataset() map[string]string {
	return map[string]string{
		"dataset.yaml": `id: sample
name: Sample University
name_zh_hant: 樣本大學
home_institution: home
home_place: HK
as_of: 2018-08-31
currency: HKD
`,
		"sources.csv": `source_id,title,publisher,published_on,url
page,Global network,Sample University,2018-03,https://example.org
`,
		"faculties.csv": "faculty_id,name,evidence,source_id\nENG,Engineering,published,page\nBUS,Business,published,page\n",
		"institutions.csv": `institution_id,name,country_code,subdivision_code,city,lat,lng,kind,evidence,source_id
home,Sample University,HK,,Hong Kong,22.3,114.2,university,published,page
zju,Zhejiang University,CN,CN-ZJ,Hangzhou,30.3,120.1,university,published,page
ntu,National Taiwan University,TW,,Taipei,25.0,121.5,university,published,page
leeds,University of Leeds,GB,GB-LDS,Leeds,53.8,-1.6,university,published,page
unam,University of Namibia,NA,,Windhoek,-22.6,17.1,university,published,page
`,
		"projects.csv": `project_id,project_type,title,institution_id,faculty,start_date,end_date,evidence,source_id
p1,joint-research,Silk,zju,ENG,2016-10-01,2018-01-31,illustrative,page
p1,joint-research,Silk,leeds,ENG,2016-10-01,2018-01-31,illustrative,page
p2,conference,Talks,leeds,BUS,2017-08-31,,published,page
p3,consultancy,Advice,ntu,,,,published,page
`,
		"agreements.csv": `agreement_id,institution_id,kind,start_date,end_date,in_effect,mobilities_per_year,evidence,source_id
a1,zju,exchange,2015-09-01,2018-10-31,true,5,illustrative,page
a2,leeds,exchange,2010-09-01,2015-08-31,true,5,illustrative,page
a3,ntu,mou,,,,,published,page
a4,unam,research,2012-09-01,2014-08-31,false,,illustrative,page
a5,leeds,mou,2018-09-01,2023-08-31,true,,illustrative,page
a6,leeds,mou,2016-09-01,2020-08-31,true,,illustrative,page
a7,unam,,,,false,,published,page
`,
		"mobility.csv": `academic_year_id,direction,institution_id,country_code,kind,level,faculty,participants,months,aid_amount,cost_amount,aided_participants,evidence,source_id
2016/17,outbound,leeds,,student-studies,bachelor,ENG,10,50,1000.50,4000,2,illustrative,page
2017/2018,outbound,leeds,,student-studies,bachelor,ENG,12,,,,,illustrative,page
2017/2018,outbound,leeds,,student-studies,bachelor,BUS,3,,,,,illustrative,page
2017/2018,inbound,zju,,student-studies,master,ENG,7,,,,,illustrative,page
2017/2018,inbound,,NA,student-studies,master,,1,,,,,published,page
`,
		"alliances.csv":   "alliance_id,acronym,name,founded,evidence,source_id\nista,ISTA,International Strategic Technology Alliance,1995,published,page\n",
		"memberships.csv": "alliance_id,institution_id,role,joined,left,confidence,source_id\nista,home,founder,1995,,explicit,page\nista,zju,member,2001-05,2010,implied,page\n",
	}
}
