package kpi

import (
	"meridian/analytics/chart"
	"meridian/analytics/lang"
)

// coverageFields are the filters regional coverage honours: of regions it is taken over all.
var coverageFields = []string{"from", "to", "faculty", "evidence"}

// spread are the figures of how many take part and how widely partners are spread.
func spread() []KPI {
	mobility := []chart.Subject{chart.Mobility}
	both := []chart.Subject{chart.Collaboration, chart.Mobility}
	return []KPI{
		{ID: "participation-rate", Subjects: mobility, Metric: "mobility_rates", Measure: "participation_rate", Form: Share, Filters: exchangeFields,
			Unit: lang.Text{En: "of students", Hant: "的學生", Hans: "的学生"}, Chart: "mobility-rates",
			Label: lang.Text{En: "Participation rate", Hant: "學生參與率", Hans: "学生参与率"},
			Counted: lang.Text{
				En: "students out, with traineeships, of those enrolled, in {year}", Hant: "{year}外訪學生（連實習）佔註冊學生", Hans: "{year}派出学生（含实习）占注册学生",
			}},
		{ID: "net-flow", Subjects: mobility, Metric: "mobility_rates", Measure: "net", Form: Signed, Filters: exchangeFields, Unit: students(), Chart: "mobility-balance",
			Label:   lang.Text{En: "Net flow of exchange", Hant: "交流淨流入", Hans: "交流净流入"},
			Counted: lang.Text{En: "students in less students out, in {year}", Hant: "{year}來訪減外訪學生", Hans: "{year}来访减派出学生"}},
		{ID: "effective-partners", Subjects: both, Metric: "partner_concentration", Measure: "effective_partners", Filters: exchangeFields, Unit: count("partners"),
			Chart:   "partner-concentration",
			Label:   lang.Text{En: "Effective number of partners", Hant: "有效夥伴數目", Hans: "有效伙伴数"},
			Counted: lang.Text{En: "partners of equal size that exchange would be as spread over, in {year}", Hant: "{year}分散程度相同、規模相等的夥伴數目", Hans: "{year}分散程度相同、规模相等的伙伴数目"}},
		{ID: "regional-coverage", Subjects: []chart.Subject{chart.Collaboration}, Metric: "regional_coverage", Measure: "coverage", Form: Share, Filters: coverageFields,
			Unit: lang.Text{En: "of regions", Hant: "的地區", Hans: "的地区"}, Chart: "regional-coverage",
			Label:   lang.Text{En: "Regional coverage", Hant: "地區覆蓋率", Hans: "地区覆盖率"},
			Counted: lang.Text{En: "regions aimed at with an active partner, in {year}", Hant: "{year}有活躍夥伴的目標地區", Hans: "{year}有活跃伙伴的目标地区"}},
	}
}
