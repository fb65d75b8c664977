package kpi

import (
	"meridian/analytics/chart"
	"meridian/analytics/lang"
)

// The filters that the figures of one place or one partner honour; which one it is, is a filter too.
var (
	courseFields = []string{"from", "to", "place", "region", "type", "faculty", "evidence", "partner"}
	comingFields = []string{"from", "to", "place", "region", "evidence", "partner"}
)

// profile are the figures of one place or one partner. Those of a place stand for the whole network where none is asked for.
func profile() []KPI {
	both := []chart.Subject{chart.Places, chart.Partners}
	people := lang.Text{En: "people", Hant: "人", Hans: "人"}
	of := func(metric string, fields []string, k KPI) KPI {
		k.Metric, k.Filters = metric, fields
		if k.Subjects == nil {
			k.Subjects = both
		}
		return k
	}
	return []KPI{
		of("place_directory", projectFields, KPI{ID: "place-partners", Subjects: both[:1], Measure: "partners", Unit: count("partners"), Chart: "partner-map",
			Label: lang.Text{En: "Partners", Hant: "夥伴", Hans: "伙伴"}}),
		of("partner_course", courseFields, KPI{ID: "profile-outbound", Measure: "outbound", Unit: students(), Chart: "partner-timeline",
			Label: lang.Text{En: "Students sent", Hant: "外訪交流生", Hans: "派出交流生"}}),
		of("partner_course", courseFields, KPI{ID: "profile-inbound", Measure: "inbound", Unit: students(), Chart: "partner-timeline",
			Label: lang.Text{En: "Students received", Hant: "來訪交流生", Hans: "来访交流生"}}),
		of("partner_course", courseFields, KPI{ID: "profile-balance", Measure: "net_so_far", Running: true, Unit: students(), Chart: "partner-balance",
			Label: lang.Text{En: "Balance so far, in less out", Hant: "累計差額（來訪減外訪）", Hans: "累计差额（来访减派出）"}}),
		of("partner_course", courseFields, KPI{ID: "profile-projects", Measure: "projects_so_far", Running: true, Unit: lang.Text{En: "projects", Hant: "項", Hans: "项"}, Chart: "partner-projects",
			Label: lang.Text{En: "Projects", Hant: "合作項目", Hans: "合作项目"}}),
		of("agreements_current", append([]string{"partner"}, agreementFields...), KPI{ID: "profile-agreements", Measure: "agreements", Unit: lang.Text{En: "agreements", Hant: "份", Hans: "份"}, Chart: "partner-agreements",
			Label: lang.Text{En: "Agreements in effect", Hant: "生效中的協議", Hans: "生效中的协议"}}),
		of("flow_course", comingFields, KPI{ID: "profile-coming", Measure: "incoming", Unit: people, Chart: "flow-course",
			Label: lang.Text{En: "People coming", Hant: "流入人數", Hans: "流入人数"}}),
		of("flow_course", comingFields, KPI{ID: "profile-leaving", Measure: "outgoing", Unit: people, Chart: "flow-course",
			Label: lang.Text{En: "People leaving", Hant: "流出人數", Hans: "流出人数"}}),
	}
}
