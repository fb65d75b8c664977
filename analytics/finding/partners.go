package finding

import "meridian/analytics/lang"

// ofPartners lets a rule speak only where partners are chosen.
func ofPartners(r Rule) Rule {
	r.Partner = true
	return r
}

// withPartners are the yearly numbers of the partners chosen: students both ways and projects.
func withPartners() []measure {
	course := Read{Chart: "partner-timeline"}
	return []measure{
		{id: "partner-outbound", subject: "mobility", read: course, own: true, column: "outbound",
			name: lang.Text{En: "Outbound exchange", Hant: "外訪交流學生", Hans: "派出交流学生"}, unit: people()},
		{id: "partner-inbound", subject: "mobility", read: course, own: true, column: "inbound",
			name: lang.Text{En: "Inbound exchange", Hant: "來港交流學生", Hans: "来港交流学生"}, unit: people(),
			abroad: lang.Text{En: "Inbound exchange", Hant: "來訪交流學生", Hans: "来访交流学生"}},
		{id: "partner-projects", subject: "collaboration", read: course, own: true, column: "projects",
			name: lang.Text{En: "New projects", Hant: "新開展的合作項目", Hans: "新开展的合作项目"}, unit: lang.Text{En: "projects", Hant: "項", Hans: "项"}},
	}
}
