package kpi

import (
	"meridian/analytics/chart"
	"meridian/analytics/lang"
)

// The filters that the figures of relations honour: those of a term the years, those of a day none.
var (
	termFields     = []string{"from", "to", "place", "region", "evidence"}
	allianceFields = []string{"from", "to", "place", "region", "evidence"}
)

// relations are the figures of how much comes of agreements and alliances, and how even exchange is.
func relations() []KPI {
	collaboration := []chart.Subject{chart.Collaboration}
	return []KPI{
		{ID: "dormant-agreements", Subjects: collaboration, Metric: "agreements_dormant_count", Measure: "dormant_agreements", Filters: agreementFields,
			Unit: lang.Text{En: "agreements", Hant: "份", Hans: "份"}, Chart: "agreements-dormant",
			Label: lang.Text{En: "Dormant agreements", Hant: "沉寂的協議", Hans: "沉寂的协议"},
			Note:  lang.Text{En: "in effect, the partner silent for three years or more", Hant: "仍然生效而夥伴三年或以上並無活動", Hans: "仍然生效而伙伴三年或以上并无活动"}},
		{ID: "utilisation", Subjects: collaboration, Metric: "agreement_utilisation_trend", Measure: "utilisation", Form: Share, Filters: termFields,
			Unit: lang.Text{En: "of places", Hant: "的名額", Hans: "的名额"}, Chart: "agreement-utilisation",
			Label:   lang.Text{En: "Places used", Hant: "名額使用率", Hans: "名额使用率"},
			Counted: lang.Text{En: "students sent, of the places agreements offer, in {year}", Hant: "{year}外訪學生佔協議名額", Hans: "{year}派出学生占协议名额"}},
		{ID: "reciprocity", Subjects: []chart.Subject{chart.Mobility}, Metric: "reciprocity_trend", Measure: "reciprocity", Form: Share, Filters: exchangeFields,
			Unit: lang.Text{En: "even", Hant: "對等", Hans: "对等"}, Chart: "mobility-reciprocity",
			Label:   lang.Text{En: "Reciprocity of exchange", Hant: "交流對等程度", Hans: "交流对等程度"},
			Counted: lang.Text{En: "100 % were as many to come as to go, in {year}", Hant: "{year}，來往人數相等即為 100%", Hans: "{year}，来往人数相等即为 100%"}},
		{ID: "alliance-activation", Subjects: []chart.Subject{chart.Alliances}, Metric: "alliance_activation", Measure: "all_activation", Form: Share, Filters: allianceFields,
			Unit: lang.Text{En: "of named members", Hant: "的具名成員", Hans: "的具名成员"}, Chart: "alliance-activation",
			Label: lang.Text{En: "Alliance activation", Hant: "聯盟活躍程度", Hans: "联盟活跃程度"},
			Note:  lang.Text{En: "named members with a project running", Hant: "有項目進行中的具名成員", Hans: "有项目进行中的具名成员"}},
	}
}
